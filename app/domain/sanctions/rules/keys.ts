import type { Level } from '~/domain/frameworks/types';

/** What takes force away or gives it back; a pause does neither against anybody's will. */
const SANCTIONS: readonly string[] = ['revoke', 'annul', 'suspend', 'lift'];

/** How many people an act needs: what the level's rules in force ask for. */
export const keysFor = (act: string, level: Pick<Level, 'ruleSet'>): 1 | 2 =>
  SANCTIONS.includes(act) ? (level.ruleSet?.keysRequired ?? 1) : 1;
