import type { ListedOrganisation } from '~/domain/people/list-organisations.server';
import { pickText } from '~/i18n/content';
import { LANG_NAMES, LANGS } from '~/i18n/locales';
import { ROLES } from '~/platform/actor';
import { Field, SelectField } from '~/ui/kit/field';
import { useT } from '~/ui/kit/use-t';

const INDENT = '\u2003';

/** A role, where it holds, and what limits it. */
export function RoleFields({ places }: { places: readonly ListedOrganisation[] }) {
  const { t, lang } = useT();
  const organisations = places.map(({ id, name, depth }) => ({
    value: id,
    label: `${INDENT.repeat(depth)}${pickText(name, lang).text}`,
  }));
  const roles = ROLES.map((value) => ({ value, label: t(`people:role.${value}`) }));
  const languages = LANGS.map((value) => ({ value, label: LANG_NAMES[value].own, lang: value }));
  return (
    <>
      <SelectField
        name="role"
        label={t('admin:person.role')}
        options={roles}
        empty={t('shell:form.choose')}
      />
      <SelectField
        name="organisationId"
        label={t('admin:person.place')}
        options={organisations}
        empty={t('shell:form.choose')}
      />
      <Field
        name="level"
        label={t('admin:person.grant-level')}
        hint={t('admin:person.level-hint')}
        required={false}
        maxLength={60}
        spellCheck={false}
      />
      <SelectField
        name="lang"
        label={t('admin:person.grant-lang')}
        options={languages}
        empty={t('admin:person.any-lang')}
        required={false}
      />
    </>
  );
}
