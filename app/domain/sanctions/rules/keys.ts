import type { Level } from '~/domain/frameworks/types';
import type { LocalDate } from '~/platform/local-date';
import type { ProposedAct } from '../types';

/** What takes force away or gives it back, moves dates, or issues a document. */
const KEYED: readonly string[] = ['revoke', 'annul', 'suspend', 'lift', 'pause', 'resume', 'correct'];

/** How many people an act of a registrar needs: what the level's rules in force ask for. */
export const keysFor = (act: string, level: Pick<Level, 'ruleSet'>): 1 | 2 =>
  KEYED.includes(act) ? (level.ruleSet?.keysRequired ?? 1) : 1;

type Wish = { act: ProposedAct; byHolder: boolean; effectiveOn: LocalDate };

/**
 * Whether a registrar who confirms a proposal only proposes it to another one. The holder's wish is the first of two
 * keys for a pause of days that are still to come, and none for days that have passed or for a new name.
 */
export const goesOn = (
  { act, byHolder, effectiveOn }: Wish,
  level: Pick<Level, 'ruleSet'>,
  today: LocalDate,
): boolean => byHolder && keysFor(act, level) === 2 && (act !== 'pause' || effectiveOn < today);

/** Whether an act is of days that have passed and would need a second key that the level does not ask for. */
export const isTooEarly = (
  { act, effectiveOn }: { act: string; effectiveOn: LocalDate },
  level: Pick<Level, 'ruleSet'>,
  today: LocalDate,
): boolean => act === 'pause' && effectiveOn < today && keysFor(act, level) === 1;
