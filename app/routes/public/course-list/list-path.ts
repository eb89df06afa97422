import type { ListCoursesInput } from '~/domain/catalogue/inputs';

const NAMES = [
  'q',
  'theme',
  'level',
  'age',
  'audio',
  'captions',
  'length',
  'mandatory',
  'open',
  'sort',
] as const;

/** The list of courses with a filter, without language; `after` is the last course of the page before. */
export function listPath(filter: ListCoursesInput, after: string | null = null): string {
  const search = new URLSearchParams();
  for (const name of NAMES) {
    const value = filter[name];
    if (value) search.set(name, String(value));
  }
  if (after) search.set('after', after);
  return search.size > 0 ? `/courses?${search}` : '/courses';
}

export const isFiltered = (filter: ListCoursesInput): boolean =>
  NAMES.some((name) => name !== 'sort' && Boolean(filter[name]));
