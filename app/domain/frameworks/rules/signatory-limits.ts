import { foldName } from '~/platform/folding/names';
import type { LocalDate } from '~/platform/local-date';
import { isInOffice } from './signatory-state';

/** So many signatures have room on a document. */
export const MOST_AT_A_TIME = 4;

type Term = { from: LocalDate; until: LocalDate | null };

/** How many of the others are in office at most on one day of a term. */
export function mostBeside(others: readonly Term[], term: Term): number {
  const days = [term, ...others].map(({ from }) => from).filter((day) => isInOffice(term, day));
  return Math.max(0, ...days.map((day) => others.filter((each) => isInOffice(each, day)).length));
}

/**
 * Whether a name may be that of somebody of whom all spellings are known, folded: two of its words are among them. An
 * initial stands for each word that begins with it.
 */
export function isNamed(foldedNames: string, name: string): boolean {
  const own = foldedNames.split(' ');
  const words = foldName(name.replaceAll('.', ' ')).split(' ').filter(Boolean);
  const isOwn = (word: string) =>
    own.some((each) => each === word || (word.length === 1 && each.startsWith(word)));
  return words.filter(isOwn).length >= 2;
}
