import type { Lang } from '~/i18n/locales';
import type { Cue } from './webvtt';

/**
 * Characters a second that viewers can read. Netflix Timed Text Style Guides, programmes for adults: English (USA) 20,
 * Russian 17, Japanese 4 (partnerhelp.netflixstudios.com, by language). There is no guide for Kazakh; its words are
 * as long as Russian ones and are read in the same script.
 */
export const READING_SPEED: Readonly<Record<Lang, number>> = { en: 20, ru: 17, kk: 17, ja: 4 };

/** The same guides' general requirements: no less than five sixths of a second, no more than seven, two lines. */
const SHORTEST_MS = 833;
const LONGEST_MS = 7_000;
const MOST_LINES = 2;

export const WARNINGS = [
  'too-fast',
  'too-short',
  'too-long',
  'too-many-lines',
  'overlap',
  'overlap-before',
] as const;
export type WarningCode = (typeof WARNINGS)[number];

/** Half-width signs in Japanese count half, as the Japanese guide has it; line ends count nothing. */
function lengthOf(text: string, lang: Lang): number {
  const signs = [...text.replace(/\n/g, '')];
  if (lang !== 'ja') return signs.length;
  return signs.reduce((sum, sign) => sum + (/[\u0020-\u007e\uff61-\uff9f]/.test(sign) ? 0.5 : 1), 0);
}

/** Characters a second, with one decimal. */
export const speedOf = ({ startMs, endMs, text }: Cue, lang: Lang): number =>
  Math.round((lengthOf(text, lang) / Math.max(1, endMs - startMs)) * 10_000) / 10;

/** The cues before and after; null at the beginning and the end. */
export type Neighbours = { previous: Cue | null; next: Cue | null };

/** What a reader of the cue would stumble over. */
export function warningsOf(cue: Cue, { previous, next }: Neighbours, lang: Lang): WarningCode[] {
  const length = cue.endMs - cue.startMs;
  const found: [boolean, WarningCode][] = [
    [cue.text !== '' && speedOf(cue, lang) > READING_SPEED[lang], 'too-fast'],
    [length < SHORTEST_MS, 'too-short'],
    [length > LONGEST_MS, 'too-long'],
    [cue.text.split('\n').length > MOST_LINES, 'too-many-lines'],
    [next !== null && cue.endMs > next.startMs, 'overlap'],
    [previous !== null && previous.endMs > cue.startMs, 'overlap-before'],
  ];
  return found.flatMap(([isSo, code]) => (isSo ? [code] : []));
}
