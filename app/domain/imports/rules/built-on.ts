/** What may have been built on a row since it was written; `other` is what only the database knows of. */
export const BUILT_ON = [
  'joined',
  'account',
  'evidence',
  'renewal',
  'decision',
  'certificate',
  'import',
  'proposal',
  'reminder',
  'other',
] as const;
export type BuiltOn = (typeof BUILT_ON)[number];
