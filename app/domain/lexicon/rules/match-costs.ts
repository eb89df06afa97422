import type { MatchQuality } from '../types';
import type { Entry, IndexedName } from './name-index';

/** A name that meets the search; the lower the cost, the better. */
export type Hit = { entry: Entry; name: IndexedName; cost: number; quality: MatchQuality };

/**
 * Costs by how a name is met. What is added inside a kind (missing letters, further words) keeps the kinds apart:
 * a whole name among other words comes after the same letters with an error, because the other words may be the error.
 */
export const COST = {
  raw: 0,
  sound: 100,
  loose: 200,
  phrase: 300,
  prefix: 400,
  words: 500,
  inside: 700,
  /** Added to what another keyboard layout finds: after everything typed rightly, before what is only similar. */
  layout: 800,
  similar: 1700,
  part: 1900,
  similarWords: 2000,
  rest: 2500,
} as const;
