import { LANGS, type Lang } from '~/i18n/locales';
import { SelectField } from '~/ui/kit/field';
import { useT } from '~/ui/kit/use-t';

/** A filter by a language of sound or captions. */
export function LanguageField({
  name,
  label,
  value,
}: {
  name: string;
  label: string;
  value: Lang | undefined;
}) {
  const { t } = useT();
  return (
    <SelectField
      name={name}
      label={label}
      required={false}
      empty={t('catalogue:list.any-language')}
      value={value ?? ''}
      options={LANGS.map((lang) => ({ value: lang, label: t(`shell:language.${lang}`) }))}
    />
  );
}
