import type { Profile } from '~/domain/people/get-profile.server';
import type { LocalizedText } from '~/i18n/content';
import { LANG_NAMES } from '~/i18n/locales';
import { ButtonLink } from '~/ui/kit/button';
import { Facts } from '~/ui/kit/facts';
import { A } from '~/ui/kit/link';
import { StatusMark } from '~/ui/kit/status';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';

type Props = { accountId: string; profile: Profile; organisation: LocalizedText | null };

/** Who this is: contact, language, organisation, every spelling of the name. */
export function AboutPerson({ accountId, profile, organisation }: Props) {
  const { t, fmt } = useT();
  const { account } = profile.person;
  const spellings = profile.names.filter(({ replacedAt }) => replacedAt === null);
  return (
    <section className="stack">
      <h2 className="sr">{t('admin:person.about')}</h2>
      <Facts
        items={[
          account?.email
            ? {
                label: t('people:account.email'),
                value: <Mail email={account.email} confirmed={account.emailConfirmed} />,
              }
            : null,
          account?.phone
            ? { label: t('people:account.phone'), value: <span className="num">{account.phone}</span> }
            : null,
          account ? { label: t('admin:person.language'), value: LANG_NAMES[account.lang].own } : null,
          organisation
            ? { label: t('admin:person.organisation'), value: <Text value={organisation} quiet /> }
            : null,
          ...spellings.map(({ script, kind, family, given, patronymic }) => ({
            label: `${t.dynamic(`people:script.${script}`)} · ${t.dynamic(`people:kind.${kind}`)}`,
            value: [family, given, patronymic].filter(Boolean).join(' '),
          })),
          { label: t('people:account.registered'), value: fmt.date(profile.registeredAt) },
        ]}
      />
      <p>
        <A to={`/admin/audit?subject=account:${accountId}`} className="link target">
          {t('admin:person.log')}
        </A>
      </p>
      <div>
        <ButtonLink to={`/admin/people/${accountId}/data`} look="plain" download>
          {t('admin:person.data')}
        </ButtonLink>
        <p className="hint">{t('admin:person.data-hint')}</p>
      </div>
    </section>
  );
}

function Mail({ email, confirmed }: { email: string; confirmed: boolean }) {
  const { t } = useT();
  return (
    <span className="row">
      <span className="break">{email}</span>
      <StatusMark status={confirmed ? 'done' : 'waiting'}>
        {confirmed ? t('people:account.confirmed') : t('people:account.not-confirmed')}
      </StatusMark>
    </span>
  );
}
