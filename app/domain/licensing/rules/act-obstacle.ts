import { addDays, type LocalDate } from '~/platform/local-date';
import type { ActOrder, StandingFacts } from '../types';
import { isRunning } from './licence-standing';

/** An order may take effect at most so many days ahead. */
const AHEAD = 366;

/** A pause lasts at most so many days: three years, as parental leave does (Labour Code of Kazakhstan, article 100). */
const LONGEST_PAUSE = 1096;

/** What stands on record about an award when somebody wants to act on it. */
export type AwardFacts = {
  awardedOn: LocalDate;
  revokedFrom: LocalDate | null;
  openSuspension: { from: LocalDate } | null;
  surrenderedOn: LocalDate | null;
  pause: { from: LocalDate; until: LocalDate } | null;
  /** Every period, the oldest first. */
  periods: readonly StandingFacts[];
};

export type Obstacle = {
  kind: 'conflict' | 'invalid';
  code: `licensing.${string}`;
  field?: 'effectiveOn' | 'until';
};

const conflict = (code: Obstacle['code']): Obstacle => ({ kind: 'conflict', code });
const invalid = (code: Obstacle['code'], field: 'effectiveOn' | 'until'): Obstacle => ({
  kind: 'invalid',
  code,
  field,
});

type Asked = Pick<ActOrder, 'act' | 'effectiveOn' | 'until'>;

/** What stands in the way whatever the date is. */
function standsInTheWay({ act }: Asked, facts: AwardFacts, today: LocalDate): Obstacle | null {
  const { revokedFrom, openSuspension, surrenderedOn, pause } = facts;
  if (act === 'annul') return revokedFrom === null ? conflict('licensing.not-revoked') : null;
  if (revokedFrom !== null && (act === 'revoke' || act === 'pause' || revokedFrom <= today))
    return conflict('licensing.already-revoked');
  if (act === 'suspend' && openSuspension) return conflict('licensing.already-suspended');
  if (act === 'lift' && !openSuspension) return conflict('licensing.not-suspended');
  if (act === 'resume' && (!pause || pause.until < today)) return conflict('licensing.not-paused');
  if (surrenderedOn !== null && ['surrender', 'pause', 'correct'].includes(act))
    return conflict('licensing.already-surrendered');
  if (act === 'pause' && openSuspension) return conflict('licensing.already-suspended');
  return null;
}

/** A pause lies in the running period, which nothing follows yet, behind every earlier pause of it. */
function pauseObstacle({ effectiveOn, until }: Asked, facts: AwardFacts, today: LocalDate): Obstacle | null {
  const newest = facts.periods.at(-1);
  if (!newest || !isRunning(newest, today) || newest.until < today) return conflict('licensing.not-in-force');
  if (effectiveOn < newest.from || effectiveOn > newest.until)
    return invalid('licensing.date-out-of-period', 'effectiveOn');
  const earlier = newest.suspensions.some(({ kind, to }) => kind === 'paused' && to && to >= effectiveOn);
  if (earlier) return conflict('licensing.already-paused');
  if (until === null || until < effectiveOn || until >= addDays(effectiveOn, LONGEST_PAUSE))
    return invalid('licensing.pause-too-long', 'until');
  return null;
}

function earliestOf(
  { act }: Asked,
  { awardedOn, revokedFrom, openSuspension, pause }: AwardFacts,
): LocalDate {
  if (act === 'annul') return revokedFrom ?? awardedOn;
  if (act === 'lift') return openSuspension?.from ?? awardedOn;
  return act === 'resume' ? (pause?.from ?? awardedOn) : awardedOn;
}

/** Why an act may not be done now; null when it may. Who acts is asked for apart. */
export function actObstacle(asked: Asked, facts: AwardFacts, today: LocalDate): Obstacle | null {
  const found = standsInTheWay(asked, facts, today);
  if (found) return found;
  const { act, effectiveOn } = asked;
  const latest = act === 'resume' && facts.pause ? facts.pause.until : addDays(today, AHEAD);
  if (effectiveOn < earliestOf(asked, facts) || effectiveOn > latest)
    return invalid('licensing.date-out-of-range', 'effectiveOn');
  return act === 'pause' ? pauseObstacle(asked, facts, today) : null;
}

/** Whether nothing may follow a period: it is revoked or to be, given up, or its last day may still move by a pause. */
export const isBarredFromRenewal = (facts: StandingFacts, on: LocalDate): boolean =>
  facts.surrenderedOn !== null ||
  facts.revocations.some(({ to }) => to === undefined || on <= to) ||
  facts.suspensions.some(({ kind, to }) => kind === 'paused' && to !== undefined && on <= to);
