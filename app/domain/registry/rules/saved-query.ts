import { isCleanText } from '~/platform/input';
import { FILTER_WORDS, type FilterWord } from '../inputs';

const LONGEST_VALUE = 300;

/** The words of a query that filter the register; the first of each, in one order, nothing empty. */
export function readQuery(query: string): Partial<Record<FilterWord, string>> {
  const sent = new URLSearchParams(query);
  return Object.fromEntries(
    FILTER_WORDS.flatMap((word) => {
      const value = (sent.get(word) ?? '').slice(0, LONGEST_VALUE).toWellFormed().trim();
      return value !== '' && isCleanText(value) ? [[word, value]] : [];
    }),
  );
}

/** The same as text; equal filters give equal texts. */
export const savedQuery = (query: string): string =>
  new URLSearchParams(Object.entries(readQuery(query))).toString();
