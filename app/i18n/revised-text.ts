import { createHash } from 'node:crypto';
import type { LocalizedText, TextEntry } from './content';
import { LANGS, type Lang } from './locales';

/** What a translation keeps of the original it was made from. */
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** What was typed; a language left empty has no text. */
export type TypedText = { original: Lang } & { [L in Lang]?: string | null | undefined };

/**
 * A text as somebody typed it anew. Words that were changed are that person's (`by`, `at`); words left as they were
 * keep who wrote them, and remember which original they were made from, so that a changed original shows them stale.
 */
export function revisedText(
  before: LocalizedText | null,
  typed: TypedText,
  { by, at }: { by: string; at: Date },
): LocalizedText {
  const value: LocalizedText = { original: typed.original };
  const source = typed[typed.original] ?? '';
  const earlier = before?.[before.original]?.text ?? '';
  for (const lang of LANGS) {
    const text = typed[lang] ?? '';
    const old = before?.[lang];
    if (text === '') continue;
    const isOriginal = lang === typed.original;
    if (old?.text === text) {
      const { of = hashOf(earlier), ...kept } = old;
      value[lang] = isOriginal ? kept : { ...kept, of };
    } else {
      const written: TextEntry = { text, origin: 'author', by, at: at.toISOString() };
      value[lang] = isOriginal ? written : { ...written, of: hashOf(source) };
    }
  }
  return value;
}

/** The languages whose text was made from an original that has changed since. */
export function staleLangs(value: LocalizedText): Lang[] {
  const now = hashOf(value[value.original]?.text ?? '');
  return LANGS.filter((lang) => lang !== value.original && value[lang]?.of && value[lang]?.of !== now);
}
