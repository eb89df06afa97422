import type { AgeGroup } from '../inputs';

/** Classes and terms of the lexicon that primary school and children's groups never meet: chokes and joint locks. */
const FORBIDDEN = new Set(['shime-waza', 'kansetsu-waza']);

/** What a course teaches: technique id → class; ids of terms. */
export type Taught = { classes: ReadonlyMap<string, string>; termIds: readonly string[] };

/** Whether children of primary-school age are among those whom the group means. */
export const meansChildren = (group: AgeGroup): boolean => group !== 'professional';

/**
 * The techniques and terms of a course that no children's group may be offered. Children's rules forbid chokes and
 * locks in primary school (All Japan Judo Federation, rules for children's bouts).
 */
export const forbiddenForChildren = ({ classes, termIds }: Taught): string[] => [
  ...[...classes].flatMap(([id, kind]) => (FORBIDDEN.has(kind) ? [id] : [])),
  ...termIds.filter((id) => FORBIDDEN.has(id)),
];
