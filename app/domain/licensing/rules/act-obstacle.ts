import { addDays, type LocalDate } from '~/platform/local-date';
import type { ActOrder, StandingFacts } from '../types';
import { isRunning } from './licence-standing';

/** An order may take effect at most so many days ahead. */
const AHEAD = 366;

/** A pause lasts at most so many days: three years, as parental leave does (Labour Code of Kazakhstan, article 100). */
const LONGEST_PAUSE = 1096;

type Sanction = { from: LocalDate; endsOn: LocalDate | null };

/** What stands on record about an award when somebody wants to act on it. */
export type AwardFacts = {
  awardedOn: LocalDate;
  /** What still counts; `endsOn` when its end was ordered ahead. */
  revocation: Sanction | null;
  openSuspension: Sanction | null;
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

type Asked = Pick<ActOrder, 'act' | 'effectiveOn' | 'until' | 'reverses'>;

/** Only what still counts can be ended, and once. */
function endObstacle(sanction: Sanction | null, missing: Obstacle['code']): Obstacle | null {
  if (!sanction) return conflict(missing);
  return sanction.endsOn === null ? null : conflict('licensing.end-ordered');
}

/** What stands in the way whatever the date is. */
function standsInTheWay({ act, reverses }: Asked, facts: AwardFacts, today: LocalDate): Obstacle | null {
  const { revocation, openSuspension, surrenderedOn, pause } = facts;
  if (act === 'annul') return endObstacle(revocation, 'licensing.not-revoked');
  if (revocation && !reverses && (act === 'revoke' || act === 'pause' || revocation.from <= today))
    return conflict('licensing.already-revoked');
  if (act === 'suspend' && openSuspension) return conflict('licensing.already-suspended');
  if (act === 'lift') return endObstacle(openSuspension, 'licensing.not-suspended');
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

/** A pause that is ended early runs at least until yesterday, unless its decision is reversed. */
function earliestOf({ act, reverses }: Asked, facts: AwardFacts, today: LocalDate): LocalDate {
  const { awardedOn, revocation, openSuspension, pause } = facts;
  if (act === 'annul') return revocation?.from ?? awardedOn;
  if (act === 'lift') return openSuspension?.from ?? awardedOn;
  if (act !== 'resume' || !pause) return awardedOn;
  return reverses || pause.from > today ? pause.from : today;
}

/** Why an act may not be done now; null when it may. Who acts is asked for apart. */
export function actObstacle(asked: Asked, facts: AwardFacts, today: LocalDate): Obstacle | null {
  const found = standsInTheWay(asked, facts, today);
  if (found) return found;
  const { act, effectiveOn } = asked;
  const latest = act === 'resume' && facts.pause ? facts.pause.until : addDays(today, AHEAD);
  if (effectiveOn < earliestOf(asked, facts, today) || effectiveOn > latest)
    return invalid('licensing.date-out-of-range', 'effectiveOn');
  return act === 'pause' ? pauseObstacle(asked, facts, today) : null;
}

/** Whether nothing may follow a period: it is revoked or to be, given up, or its last day may still move by a pause. */
export const isBarredFromRenewal = (facts: StandingFacts, on: LocalDate): boolean =>
  facts.surrenderedOn !== null ||
  facts.revocations.some(({ to }) => to === undefined || on <= to) ||
  facts.suspensions.some(({ kind, to }) => kind === 'paused' && to !== undefined && on <= to);
