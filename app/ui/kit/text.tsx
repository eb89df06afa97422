import { createElement, type ElementType } from 'react';
import { type LocalizedText, pickText } from '~/i18n/content';
import { markJapanese } from '~/ui/japanese/mark-japanese';
import { useT } from './use-t';

type Props = {
  value: LocalizedText;
  /** The element around the text; `span` unless told. */
  as?: ElementType;
  className?: string;
  /** Leave the note out where many texts stand together and one note says it for all. */
  quiet?: boolean;
};

/** Content in the reader's language, or its fallback with `lang` set and a short note. */
export function Text({ value, as = 'span', className, quiet = false }: Props) {
  const { lang, t } = useT();
  const picked = pickText(value, lang);
  const attributes = { className, ...(picked.isFallback ? { lang: picked.lang } : {}) };
  const words = markJapanese(picked.text, picked.lang);
  if (!picked.isFallback || quiet) return createElement(as, attributes, words);
  return (
    <>
      {createElement(as, attributes, words)}{' '}
      <small className="fallback-note">
        {t('shell:text.shown-in', { language: t(`shell:language.${picked.lang}`) })}
      </small>
    </>
  );
}
