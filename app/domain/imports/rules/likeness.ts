import { editDistance } from '~/platform/folding/distance';
import { foldName, nameSkeleton } from '~/platform/folding/names';
import type { LocalDate } from '~/platform/local-date';
import { isSlip } from './dates';
import type { Spelling } from './names';

/** A spelling in the form in which it is compared. */
export type NameForm = {
  /** An initial has a dot: Ю. folds to two letters, as a short name may have. */
  family: string;
  given: string;
  patronymic: string;
  /** Consonants of family and given name, for comparing with kana; '' for kanji. */
  skeleton: string;
  isKana: boolean;
};

/** What tells people apart. `iin` is the number or whatever stands for it, the same on both sides. */
export type Likeable = { forms: readonly NameForm[]; iin: string | null; birthOn: LocalDate | null };

/** How near two people are: by an equal number, or by their names (0 to 1). Null: nothing says that they are one. */
export type Likeness = { kind: 'iin' | 'name'; score: number } | null;

const PATRONYMIC_END = /(?:uli|kizi|ogli|o?vic|e?vic|o?vna|e?vna|inicna|icna|ic)$/;

const dotOf = (text: string): string => (/^\p{L}\p{M}*\.?$/u.test(text.trim()) ? '.' : '');
const isInitial = (word: string): boolean => word.endsWith('.');
const withoutDot = (word: string): string => word.replace(/\.$/, '');

export function nameForm({ script, family, given, patronymic }: Spelling): NameForm {
  const [one, two, three] = [foldName(family), foldName(given), foldName(patronymic)];
  return {
    family: one + dotOf(family),
    given: two + dotOf(given),
    patronymic: dotOf(patronymic) ? `${three}.` : three.replace(/\s/g, '').replace(PATRONYMIC_END, ''),
    skeleton: script === 'kanji' ? '' : `${nameSkeleton(one)} ${nameSkeleton(two)}`,
    isKana: script === 'kana',
  };
}

/** Errors that a word of this length may have. */
const slips = (length: number): number => (length <= 3 ? 0 : length <= 5 ? 1 : 2);

/** 0 to 1: equal words, words with slips, an initial and its name. */
function wordLikeness(one: string, other: string): number {
  if (one === '' || other === '') return 0;
  if (one === other) return 1;
  if (isInitial(one) || isInitial(other)) return beginsAs(one, other) ? 0.8 : 0;
  const length = Math.max(one.length, other.length);
  const limit = slips(length);
  const distance = editDistance(one, other, limit);
  return distance > limit ? 0 : 1 - distance / length;
}

const beginsAs = (one: string, other: string): boolean => {
  const [first, second] = [withoutDot(one), withoutDot(other)];
  return first.startsWith(second) || second.startsWith(first);
};

/** A family name without the ending that Russian papers gave it: Ахмет, Ахметов and Ахметова are of one family. */
export const familyStem = (family: string): string => family.replace(/(?<=...)[oe]va?$/, '');

function familyLikeness(one: string, other: string): number {
  const straight = wordLikeness(one, other);
  return one !== other && familyStem(one) === familyStem(other) && !isInitial(one)
    ? Math.max(straight, 0.85)
    : straight;
}

/** Different patronymics speak against two equal names; one that is missing says nothing. */
function patronymicWeight(one: string, other: string): number {
  if (one === '' || other === '') return 1;
  if (beginsAs(one, other)) return 1;
  return wordLikeness(one, other) > 0 ? 0.98 : 0.8;
}

const SWAPPED = 0.97;

/** Kana has no consonant without its vowel, and lacks sounds that other alphabets have. */
function soundLikeness(one: NameForm, other: NameForm): number {
  if (one.isKana === other.isKana || one.skeleton.length <= 4) return 0;
  if (one.skeleton === other.skeleton) return 0.9;
  return editDistance(one.skeleton, other.skeleton, 1) === 1 ? 0.83 : 0;
}

const formLikeness = (one: NameForm, other: NameForm): number =>
  Math.max(soundLikeness(one, other), letterLikeness(one, other));

function letterLikeness(one: NameForm, other: NameForm): number {
  const [family, given] = [familyLikeness(one.family, other.family), wordLikeness(one.given, other.given)];
  const straight = family > 0 && given > 0 ? (family + given) / 2 : 0;
  const weight = patronymicWeight(one.patronymic, other.patronymic);
  if (straight === 1) return weight;
  const [crossed, back] = [wordLikeness(one.family, other.given), wordLikeness(one.given, other.family)];
  const swapped = crossed > 0 && back > 0 ? ((crossed + back) / 2) * SWAPPED : 0;
  return Math.max(straight, swapped) * weight;
}

/** How alike the names of two people are, at their nearest spellings. */
export function nameLikeness(one: readonly NameForm[], other: readonly NameForm[]): number {
  let best = 0;
  for (const left of one)
    for (const right of other) {
      best = Math.max(best, formLikeness(left, right));
      if (best === 1) return 1;
    }
  return best;
}

/** The family name may have changed when everything else is equal. */
const isRenamed = (one: readonly NameForm[], other: readonly NameForm[]): boolean =>
  one.some((left) =>
    other.some(
      (right) =>
        left.given === right.given &&
        !isInitial(left.given) &&
        left.patronymic !== '' &&
        !isInitial(left.patronymic) &&
        left.patronymic === right.patronymic,
    ),
  );

/** Errors that a word may have when the birthday is equal: more, and in short words too. */
const manySlips = (length: number): number => (length <= 3 ? 1 : length <= 5 ? 2 : 3);

function isNearWord(one: string, other: string): boolean {
  const limit = manySlips(Math.max(one.length, other.length));
  const isWord = [one, other].every((word) => word.length > 1 && !isInitial(word));
  return isWord && editDistance(one, other, limit) <= limit;
}

/** For people born on one day: both words of the name are near. */
const isNearName = (one: readonly NameForm[], other: readonly NameForm[]): boolean =>
  one.some((left) =>
    other.some((right) => isNearWord(left.family, right.family) && isNearWord(left.given, right.given)),
  );

/**
 * An equal number is only believed together with a name whose family and given part are both near; a new family name needs
 * the same given name and patronymic. People of one family may have copied a number from each other's line.
 */
export const agrees = (one: readonly NameForm[], other: readonly NameForm[]): boolean =>
  nameLikeness(one, other) >= 0.6 || isRenamed(one, other);

/** How high names must score: the less else is known, the higher. */
const NEEDED = { sameDay: 0.6, slip: 0.85, unknown: 0.82 } as const;

export function likeness(one: Likeable, other: Likeable): Likeness {
  if (one.iin !== null && other.iin !== null) return one.iin === other.iin ? { kind: 'iin', score: 1 } : null;
  const score = nameLikeness(one.forms, other.forms);
  if (one.birthOn === null || other.birthOn === null)
    return score >= NEEDED.unknown ? { kind: 'name', score } : null;
  if (one.birthOn === other.birthOn) {
    if (score >= NEEDED.sameDay) return { kind: 'name', score: (score + 1) / 2 };
    const isLikely = isRenamed(one.forms, other.forms) || isNearName(one.forms, other.forms);
    return isLikely ? { kind: 'name', score: 0.7 } : null;
  }
  return score >= NEEDED.slip && isSlip(one.birthOn, other.birthOn) ? { kind: 'name', score } : null;
}
