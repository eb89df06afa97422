import type { ReactNode } from 'react';
import { LANG_NAMES, type Lang } from '~/i18n/locales';
import { useT } from './use-t';

/** A quiet word about a thing: its audience, its kind. */
export function Tag({ children }: { children: ReactNode }) {
  return <span className="tag">{children}</span>;
}

/** The languages of a material, each in its own short form; read out by their full names. */
export function LanguageTag({ langs }: { langs: readonly Lang[] }) {
  const { t } = useT();
  return (
    <span className="langs-tag">
      {langs.map((lang) => (
        <span key={lang}>
          <span lang={lang} aria-hidden="true">
            {LANG_NAMES[lang].short}
          </span>
          <span className="sr">{t(`shell:language.${lang}`)} </span>
        </span>
      ))}
    </span>
  );
}
