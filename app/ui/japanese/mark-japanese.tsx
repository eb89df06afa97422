import { Fragment, type ReactNode } from 'react';
import type { Lang } from '~/i18n/locales';

/** Kanji and kana with what stands between them; letters and digits of other scripts end a run. */
const RUN =
  /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆・、。「」『』（）：　]*)/u;

/** The parts of a text: every second one is Japanese. */
export const japaneseRuns = (text: string): string[] => text.split(RUN);

const CYRILLIC =
  /(\p{Script=Cyrillic}[\p{Script=Cyrillic}-]*(?: \p{Script=Cyrillic}[\p{Script=Cyrillic}-]*)*)/u;

const marked = (parts: readonly string[], lang: Lang, rest: (part: string) => ReactNode): ReactNode =>
  parts.map((part, index) => {
    if (part === '') return null;
    const key = `${index} ${part}`;
    if (index % 2 === 0) return <Fragment key={key}>{rest(part)}</Fragment>;
    return (
      <span key={key} lang={lang}>
        {part}
      </span>
    );
  });

/**
 * A text in which Japanese words are marked as such, so that they are drawn in Japanese forms and read out rightly; in
 * English also Cyrillic ones.
 */
export function markJapanese(text: string, lang: Lang): ReactNode {
  if (lang === 'ja') return text;
  const latin = (part: string): ReactNode =>
    lang === 'en' && CYRILLIC.test(part) ? marked(part.split(CYRILLIC), 'ru', (rest) => rest) : part;
  return RUN.test(text) ? marked(japaneseRuns(text), 'ja', latin) : latin(text);
}
