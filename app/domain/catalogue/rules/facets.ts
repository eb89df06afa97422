/** The filters of the list of courses. */
export const FACETS = [
  'q',
  'theme',
  'level',
  'age',
  'audio',
  'captions',
  'length',
  'mandatory',
  'open',
] as const;
export type Facet = (typeof FACETS)[number];

/** The conditions of all filters but one: what a choice of that filter is counted beside. */
export const withoutFacet = <T>(conditions: Partial<Record<Facet, T>>, facet: Facet): T[] =>
  Object.entries(conditions).flatMap(([name, value]) => (name === facet ? [] : [value]));
