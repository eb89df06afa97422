import type { TechniqueNames } from '~/domain/lexicon/types';
import { type LocalizedText, pickText } from '~/i18n/content';
import type { Lang } from '~/i18n/locales';
import type { PlayerChapter } from '~/ui/islands/player/settings';

type Part = { startMs: number; title: LocalizedText; techniqueId: string | null };

const nameFor = ({ kanji, cyrillic, romaji }: TechniqueNames, lang: Lang): string => {
  if (lang === 'ja') return kanji;
  return lang === 'kk' || lang === 'ru' ? cyrillic : romaji;
};

/** The chapters as the player shows them: title in the nearest language, technique in the reader's script. */
export function playerChapters(
  parts: readonly Part[],
  techniques: ReadonlyMap<string, { names: TechniqueNames }>,
  reader: Lang,
): PlayerChapter[] {
  return parts.map(({ startMs, title, techniqueId }) => {
    const { text, lang } = pickText(title, reader);
    const technique = techniques.get(techniqueId ?? '');
    return {
      ...{ startSec: startMs / 1000, title: text, lang: lang === reader ? null : lang },
      technique: technique ? nameFor(technique.names, reader) : null,
    };
  });
}
