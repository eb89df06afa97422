import type { ProfileGrant } from '~/domain/people/get-profile.server';
import type { ListedOrganisation } from '~/domain/people/list-organisations.server';
import { LANG_NAMES } from '~/i18n/locales';
import { Confirm } from '~/ui/kit/confirm';
import { SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { StatusMark } from '~/ui/kit/status';
import { type Column, Table } from '~/ui/kit/table';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';
import { RoleFields } from './role-fields';

type Props = { grants: readonly ProfileGrant[]; places: readonly ListedOrganisation[]; isOwn: boolean };

/** Roles held and withdrawn, and the form that grants another one in the admin's organisations. */
export function RolesSection({ grants, places, isOwn }: Props) {
  const { t, fmt } = useT();
  const withdrawal = useFormState('withdraw');
  const columns: readonly Column<ProfileGrant>[] = [
    {
      key: 'role',
      header: t('admin:person.role'),
      names: true,
      cell: ({ role }) => t.dynamic(`people:role.${role}`),
    },
    {
      key: 'place',
      header: t('admin:person.place'),
      cell: ({ organisation }) => <Text value={organisation.name} quiet />,
    },
    {
      key: 'limit',
      header: t('admin:person.limit'),
      cell: ({ lang, level }) => level ?? (lang ? LANG_NAMES[lang].own : ''),
    },
    {
      key: 'since',
      header: t('admin:person.since'),
      numeric: true,
      cell: ({ grantedAt }) => fmt.shortDate(grantedAt),
    },
    {
      key: 'state',
      header: t('admin:person.state'),
      cell: (grant) => (
        <GrantState grant={grant} mayWithdraw={places.some(({ path }) => path === grant.organisation.path)} />
      ),
    },
  ];
  return (
    <section className="section stack">
      <h2>{t('admin:person.roles')}</h2>
      {withdrawal?.formError ? <p className="field-error">{withdrawal.formError}</p> : null}
      <Table
        caption={t('admin:person.roles')}
        quietCaption
        columns={columns}
        rows={grants}
        rowKey={({ id }) => id}
        empty={<p className="quiet">{t('admin:person.no-roles')}</p>}
      />
      {isOwn ? null : <GrantForm places={places} />}
    </section>
  );
}

function GrantState({ grant, mayWithdraw }: { grant: ProfileGrant; mayWithdraw: boolean }) {
  const { t, fmt } = useT();
  if (grant.withdrawnAt) {
    return (
      <StatusMark status="ended">
        {t('admin:person.withdrawn', { date: fmt.shortDate(grant.withdrawnAt) })}
      </StatusMark>
    );
  }
  return (
    <div className="row">
      <StatusMark status="active" />
      {mayWithdraw ? (
        <Confirm summary={t('admin:person.withdraw')} danger>
          <p>{t('admin:person.withdraw-text')}</p>
          <Form intent="withdraw" className="">
            <input type="hidden" name="grantId" value={grant.id} />
            <SubmitButton look="danger" small>
              {t('admin:person.withdraw-submit')}
            </SubmitButton>
          </Form>
        </Confirm>
      ) : null}
    </div>
  );
}

function GrantForm({ places }: { places: readonly ListedOrganisation[] }) {
  const { t } = useT();
  const state = useFormState('grant');
  return (
    <Confirm summary={t('admin:person.grant')} open={state !== undefined}>
      <Form intent="grant" state={state}>
        <RoleFields places={places} />
        <SubmitButton>{t('admin:person.grant-submit')}</SubmitButton>
      </Form>
    </Confirm>
  );
}
