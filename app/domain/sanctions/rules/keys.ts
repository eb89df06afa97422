import type { Level } from '~/domain/frameworks/types';

/** What takes force away or gives it back, or issues a document; a pause does none of it against anybody's will. */
const SANCTIONS: readonly string[] = ['revoke', 'annul', 'suspend', 'lift', 'correct'];

/** How many people an act needs: what the level's rules in force ask for. */
export const keysFor = (act: string, level: Pick<Level, 'ruleSet'>): 1 | 2 =>
  SANCTIONS.includes(act) ? (level.ruleSet?.keysRequired ?? 1) : 1;
