import { Fragment, type ReactNode } from 'react';
import type { Lang } from '~/i18n/locales';

/** Kanji and kana with what stands between them; letters and digits of other scripts end a run. */
const RUN =
  /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆・、。「」『』（）：　]*)/u;

/** The parts of a text: every second one is Japanese. */
export const japaneseRuns = (text: string): string[] => text.split(RUN);

/** A text in which Japanese words are marked as such, so that they are drawn in Japanese forms and read out rightly. */
export function markJapanese(text: string, lang: Lang): ReactNode {
  if (lang === 'ja' || !RUN.test(text)) return text;
  return japaneseRuns(text).map((part, index) => {
    if (part === '') return null;
    const key = `${index} ${part}`;
    return index % 2 === 1 ? (
      <span key={key} lang="ja">
        {part}
      </span>
    ) : (
      <Fragment key={key}>{part}</Fragment>
    );
  });
}
