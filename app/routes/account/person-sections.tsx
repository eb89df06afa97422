import type { Profile } from '~/domain/people/get-profile.server';
import type { ListedOrganisation } from '~/domain/people/list-organisations.server';
import { pickText } from '~/i18n/content';
import { LANG_NAMES, LANGS } from '~/i18n/locales';
import { ButtonLink } from '~/ui/kit/button';
import { SelectField, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';

type Props = { profile: Profile; organisations: readonly ListedOrganisation[] };

/** Language, organisation, roles, consents and the export. */
export function PersonSections({ profile, organisations }: Props) {
  const { t } = useT();
  return (
    <>
      <div className="two section">
        <section className="stack">
          <h2>{t('people:language.title')}</h2>
          <LanguageForm lang={profile.person.account?.lang ?? 'ru'} />
        </section>
        <section className="stack">
          <h2>{t('people:organisation.title')}</h2>
          <OrganisationForm organisations={organisations} current={profile.person.organisation?.id} />
        </section>
      </div>
      <RecordsSection profile={profile} />
    </>
  );
}

function LanguageForm({ lang }: { lang: string }) {
  const { t } = useT();
  const options = LANGS.map((value) => ({ value, label: LANG_NAMES[value].own, lang: value }));
  return (
    <Form intent="language" state={useFormState('language')}>
      <SelectField name="lang" label={t('people:language.label')} options={options} value={lang} />
      <div>
        <SubmitButton look="plain">{t('shell:action.save')}</SubmitButton>
      </div>
    </Form>
  );
}

const INDENT = '\u2003';

function OrganisationForm({
  organisations,
  current,
}: {
  organisations: readonly ListedOrganisation[];
  current: string | undefined;
}) {
  const { t, lang } = useT();
  const options = organisations.map(({ id, name, depth }) => ({
    value: id,
    label: `${INDENT.repeat(depth)}${pickText(name, lang).text}`,
  }));
  return (
    <Form intent="organisation" state={useFormState('organisation')}>
      <SelectField
        name="organisationId"
        label={t('people:organisation.label')}
        hint={t('people:organisation.text')}
        options={options}
        empty={t('shell:form.choose')}
        value={current}
      />
      <div>
        <SubmitButton look="plain">{t('shell:action.save')}</SubmitButton>
      </div>
    </Form>
  );
}

function RecordsSection({ profile }: { profile: Profile }) {
  const { t, fmt, lang } = useT();
  const held = profile.grants.filter(({ withdrawnAt }) => withdrawnAt === null);
  return (
    <div className="two section">
      <section className="stack">
        <h2>{t('people:roles.title')}</h2>
        <ul className="list">
          <li>{t('people:role.coach')}</li>
          {held.map(({ id, role, organisation, level }) => (
            <li key={id}>
              {[t.dynamic(`people:role.${role}`), level].filter(Boolean).join(' · ')}
              <br />
              <span className="quiet">{pickText(organisation.name, lang).text}</span>
            </li>
          ))}
        </ul>
      </section>
      <section className="stack">
        <h2>{t('people:export.title')}</h2>
        <p>{t('people:export.text')}</p>
        <div>
          <ButtonLink to="/account/export" look="plain" download>
            {t('people:export.button')}
          </ButtonLink>
        </div>
        <h3>{t('people:consents.title')}</h3>
        <ul className="list">
          {profile.consents.map(({ kind, version, givenAt }) => (
            <li key={`${kind} ${version}`}>
              {t.dynamic(`people:consents.${kind}`, { version })}{' '}
              <span className="quiet">{fmt.date(givenAt)}</span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
