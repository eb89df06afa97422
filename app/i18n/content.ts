import { z } from 'zod';
import { LANGS, type Lang } from './locales';

/** Who wrote a text: its author, a machine (labelled until reviewed), or a machine with a native reader's approval. */
export type TextOrigin = 'author' | 'machine' | 'reviewed';

export type TextEntry = {
  text: string;
  origin: TextOrigin;
  by?: string | undefined;
  at?: string | undefined;
  /** Hash of the original that was translated; stale when it differs. */
  of?: string | undefined;
};

/** Content in several languages: `original` names the language it was written in. */
export type LocalizedText = { original: Lang } & { [L in Lang]?: TextEntry | undefined };

const entry = z.object({
  text: z.string(),
  origin: z.enum(['author', 'machine', 'reviewed']),
  by: z.string().optional(),
  at: z.string().optional(),
  of: z.string().optional(),
});

export const localizedText: z.ZodType<LocalizedText> = z.object({
  original: z.enum(LANGS),
  kk: entry.optional(),
  ru: entry.optional(),
  ja: entry.optional(),
  en: entry.optional(),
});

const FALLBACK: Record<Lang, readonly Lang[]> = {
  kk: ['kk', 'ru', 'en', 'ja'],
  ru: ['ru', 'en', 'kk', 'ja'],
  ja: ['ja', 'en', 'ru', 'kk'],
  en: ['en', 'ru', 'ja', 'kk'],
};

export type PickedText = {
  text: string;
  /** The language the text is in; set it as the `lang` attribute. */
  lang: Lang;
  isFallback: boolean;
  isMachine: boolean;
};

/** The text in the reader's language, or the nearest one that exists. Empty when there is none at all. */
export function pickText(value: LocalizedText, wanted: Lang): PickedText {
  for (const lang of FALLBACK[wanted]) {
    const found = value[lang];
    if (found && found.text !== '') {
      return { text: found.text, lang, isFallback: lang !== wanted, isMachine: found.origin === 'machine' };
    }
  }
  return { text: '', lang: wanted, isFallback: false, isMachine: false };
}

/** Only the text, where no `lang` attribute can be set (titles of documents, mails). */
export const plainText = (value: LocalizedText, wanted: Lang): string => pickText(value, wanted).text;

/** Reads a JSON column. Throws when the stored value is no LocalizedText. */
export const readText = (value: unknown): LocalizedText => localizedText.parse(value);

/** A text by one author in one or more languages. */
export function authored(
  original: Lang,
  texts: { [L in Lang]?: string | undefined },
  machine: readonly Lang[] = [],
): LocalizedText {
  const value: LocalizedText = { original };
  for (const lang of LANGS) {
    const text = texts[lang];
    if (text) value[lang] = { text, origin: machine.includes(lang) ? 'machine' : 'author' };
  }
  return value;
}

/** Only words and their origin, for what is shown to everybody for ever: not who wrote them, nor when. */
export function wordsOnly(value: LocalizedText): LocalizedText {
  const words: LocalizedText = { original: value.original };
  for (const lang of LANGS) {
    const found = value[lang];
    if (found) words[lang] = { text: found.text, origin: found.origin };
  }
  return words;
}

/** The languages in which a text exists. */
export const langsOf = (value: LocalizedText): Lang[] => LANGS.filter((lang) => Boolean(value[lang]?.text));

/** All languages from the reader's own to the one furthest from it. */
export const langsByNearness = (wanted: Lang): readonly Lang[] => FALLBACK[wanted];

/** Which of the languages that exist is nearest to the reader's; null when there is none. */
export const nearestLang = (existing: readonly string[], wanted: Lang): Lang | null =>
  FALLBACK[wanted].find((lang) => existing.includes(lang)) ?? null;
