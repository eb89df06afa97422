import type { Invitation } from '~/domain/invitations/types';
import { Confirm } from '~/ui/kit/confirm';
import { EmptyState } from '~/ui/kit/empty-state';
import { SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { StatusMark } from '~/ui/kit/status';
import { type Column, Table } from '~/ui/kit/table';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';

const MARK = { open: 'waiting', accepted: 'active', withdrawn: 'ended', expired: 'ended' } as const;

/** Who was invited, where to, and what became of it. */
export function InvitationTable({ invitations }: { invitations: readonly Invitation[] }) {
  const { t, fmt } = useT();
  const columns: readonly Column<Invitation>[] = [
    {
      key: 'role',
      header: t('invitations:office.role'),
      names: true,
      cell: ({ role, level }) => [t(`people:role.${role}`), level].filter(Boolean).join(' · '),
    },
    {
      key: 'place',
      header: t('invitations:office.place'),
      cell: ({ organisation }) => <Text value={organisation.name} quiet />,
    },
    {
      key: 'to',
      header: t('invitations:office.to'),
      cell: ({ email }) => (email ? <span className="break">{email}</span> : t('invitations:office.by-hand')),
    },
    {
      key: 'made',
      header: t('invitations:office.made'),
      numeric: true,
      cell: ({ createdAt }) => fmt.shortDate(createdAt),
    },
    {
      key: 'state',
      header: t('invitations:office.state'),
      cell: (invitation) => <InvitationMark invitation={invitation} />,
    },
  ];
  return (
    <Table
      caption={t('invitations:office.caption')}
      columns={columns}
      rows={invitations}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title={t('invitations:office.empty')}>{t('invitations:office.empty-text')}</EmptyState>
      }
    />
  );
}

function InvitationMark({ invitation: { id, state, expiresAt } }: { invitation: Invitation }) {
  const { t, fmt } = useT();
  return (
    <div className="row">
      <StatusMark status={MARK[state]}>
        {t(`invitations:office.states.${state}`, { date: fmt.shortDate(expiresAt) })}
      </StatusMark>
      {state === 'open' ? (
        <Confirm summary={t('invitations:office.withdraw')} danger>
          <p>{t('invitations:office.withdraw-text')}</p>
          <Form intent="withdraw" className="">
            <input type="hidden" name="invitationId" value={id} />
            <SubmitButton look="danger" small>
              {t('invitations:office.withdraw-submit')}
            </SubmitButton>
          </Form>
        </Confirm>
      ) : null}
    </div>
  );
}
