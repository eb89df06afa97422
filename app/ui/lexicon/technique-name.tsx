import type { NamePart, TechniqueNames } from '~/domain/lexicon/types';
import type { Lang } from '~/i18n/locales';

/** The name as readers of the language write it. */
export const readerName = ({ kanji, romaji, cyrillic }: TechniqueNames, lang: Lang): string =>
  ({ ja: kanji, en: romaji, kk: cyrillic, ru: cyrillic })[lang];

/** The name in kanji with the whole reading above it. */
export function RubyName({ names: { kanji, kana } }: { names: TechniqueNames }) {
  return (
    <ruby lang="ja">
      {kanji}
      <rt>{kana}</rt>
    </ruby>
  );
}

/** The name in kanji, each piece under its own reading. */
export function RubyParts({ parts }: { parts: readonly NamePart[] }) {
  return (
    <span className="ruby-parts" lang="ja">
      {parts.map(({ kanji, kana }) => (
        <ruby key={kanji}>
          {kanji}
          <rt>{kanji === kana ? '' : kana}</rt>
        </ruby>
      ))}
    </span>
  );
}
