import type { Entry, IndexedName } from './name-index';

/** A name that meets the search; the lower the cost, the better. */
export type Hit = { entry: Entry; name: IndexedName; cost: number };

/**
 * Costs by how a name is met. Whole hundreds keep the kinds apart; what is added inside a kind (missing letters,
 * further words) stays below a hundred.
 */
export const COST = {
  raw: 0,
  sound: 100,
  loose: 200,
  phrase: 300,
  prefix: 400,
  words: 500,
  part: 600,
  inside: 700,
  /** Added to what another keyboard layout finds: after everything typed rightly, before what is only similar. */
  layout: 800,
  similar: 1700,
  similarWords: 1900,
  rest: 2500,
} as const;
