import { kanaToLatin } from '~/platform/folding/kana';
import type { NamePart } from '../types';

const LONG: readonly (readonly [RegExp, string])[] = [
  [/oo|ou/g, 'ō'],
  [/uu/g, 'ū'],
];

/** How a name sounds, piece by piece, long vowels marked: ō·soto·gari. */
export const soundOfParts = (parts: readonly NamePart[]): string =>
  parts
    .map(({ kana }) =>
      LONG.reduce((sofar, [pattern, long]) => sofar.replace(pattern, long), kanaToLatin(kana)),
    )
    .join('·');
