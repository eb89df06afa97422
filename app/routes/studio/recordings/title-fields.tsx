import type { LocalizedText } from '~/i18n/content';
import { LANG_NAMES, LANGS } from '~/i18n/locales';
import { Field } from '~/ui/kit/field';

type Props = {
  /** What stands before the language's name. */
  label: string;
  value?: LocalizedText | undefined;
  /** The language that may not be left empty. */
  required?: LocalizedText['original'] | undefined;
};

/** One line for each of the four languages. */
export function TitleFields({ label, value, required }: Props) {
  return (
    <div className="filter-grid">
      {LANGS.map((lang) => (
        <Field
          key={lang}
          name={`title_${lang}`}
          label={`${label} · ${LANG_NAMES[lang].own}`}
          lang={lang}
          maxLength={200}
          required={lang === required}
          value={value?.[lang]?.text}
        />
      ))}
    </div>
  );
}
