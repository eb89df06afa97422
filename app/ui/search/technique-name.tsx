import type { TechniqueNames } from '~/domain/lexicon/types';
import type { Lang } from '~/i18n/locales';

const READS: Record<Lang, keyof TechniqueNames> = {
  kk: 'cyrillic',
  ru: 'cyrillic',
  ja: 'kanji',
  en: 'romaji',
};

/** The spelling that a reader of the language says aloud. */
export const spokenName = (names: TechniqueNames, lang: Lang): string => names[READS[lang]];

/** The spelling beside it: Japanese signs for others, Latin letters for readers of Japanese. */
export const besideName = (names: TechniqueNames, lang: Lang): { text: string; lang: Lang } =>
  lang === 'ja' ? { text: names.romaji, lang: 'en' } : { text: names.kanji, lang: 'ja' };
