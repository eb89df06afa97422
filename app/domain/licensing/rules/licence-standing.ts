import { addDays, daysOf, type LocalDate } from '~/platform/local-date';
import type { ComponentSpan, Standing, StandingFacts, SuspensionKind } from '../types';

type Span = { from: LocalDate; to?: LocalDate };

const covers = (span: Span, on: LocalDate): boolean =>
  span.from <= on && (span.to === undefined || on <= span.to);

const hasBegun = (day: LocalDate | null, on: LocalDate): boolean => day !== null && day <= on;

const plain = (state: Standing['state'], missing: readonly string[]): Standing => ({
  state,
  reason: null,
  missing,
  renewableUntil: null,
});

/** Why a running licence is suspended on a day, the gravest reason first. */
function suspensionOn(
  facts: StandingFacts,
  missing: readonly string[],
  on: LocalDate,
): SuspensionKind | null {
  const running = facts.suspensions.filter((span) => covers(span, on)).map(({ kind }) => kind);
  if (running.includes('disciplinary')) return 'disciplinary';
  if (missing.length > 0) return 'automatic';
  return running.includes('paused') ? 'paused' : null;
}

/**
 * The state of a licence on a day. What ends it for good wins over its dates, its dates win over suspension: only a
 * running licence can be suspended. A disciplinary suspension outweighs an automatic one, and that a pause.
 */
export function standingOn(facts: StandingFacts, on: LocalDate): Standing {
  const missing = facts.lapsedComponents.filter((span) => covers(span, on)).map(({ kind }) => kind);
  if (facts.revocations.some((span) => covers(span, on))) return plain('revoked', missing);
  if (hasBegun(facts.supersededOn, on)) return plain('superseded', missing);
  if (hasBegun(facts.surrenderedOn, on)) return plain('surrendered', missing);
  if (on < facts.from) return plain('future', missing);
  const renewableUntil = facts.graceUntil ?? facts.until;
  if (on > facts.until) {
    return on <= renewableUntil ? { ...plain('grace', missing), renewableUntil } : plain('lapsed', missing);
  }
  const reason = suspensionOn(facts, missing, on);
  if (reason) return { ...plain('suspended', missing), reason };
  return hasBegun(facts.windowOpens, on)
    ? { ...plain('renewable', missing), renewableUntil }
    : plain('active', missing);
}

/** Whether a period is the one of its award that counts on a day: begun, or the first, and no newer one has begun. */
export const isRunning = (facts: StandingFacts, on: LocalDate): boolean =>
  !hasBegun(facts.supersededOn, on) && (facts.no === 1 || facts.from <= on);

/** A fact that lasts until another one ends it, from `endedOn` on; nothing where it never counted. */
export function spanUntil(from: LocalDate, endedOn: LocalDate | null): Span[] {
  if (endedOn === null) return [{ from }];
  return endedOn > from ? [{ from, to: addDays(endedOn, -1) }] : [];
}

/** The days of a pause, ended early or not; nothing where it ended before it began. */
export function pausedSpan(pause: {
  from: LocalDate;
  until: LocalDate;
  endedOn: LocalDate | null;
}): { from: LocalDate; to: LocalDate }[] {
  const { from, until, endedOn } = pause;
  const to = endedOn !== null && endedOn <= until ? addDays(endedOn, -1) : until;
  return from <= to ? [{ from, to }] : [];
}

type Dates = Pick<StandingFacts, 'until' | 'windowOpens' | 'graceUntil' | 'pausedDays'>;

/** The dates of a period whose clock stood still on these days: its end, window and grace lie so many days later. */
export function movedDates(
  period: { until: LocalDate; windowOpens: LocalDate; graceUntil: LocalDate },
  pauses: readonly { from: LocalDate; to: LocalDate }[],
): Dates {
  const pausedDays = pauses.reduce((sum, { from, to }) => sum + daysOf(from, to), 0);
  const { until, windowOpens, graceUntil } = period;
  const moved = (day: LocalDate) => (pausedDays === 0 ? day : addDays(day, pausedDays));
  return {
    until: moved(until),
    windowOpens: windowOpens > until ? null : moved(windowOpens),
    graceUntil: graceUntil > until ? moved(graceUntil) : null,
    pausedDays,
  };
}

/** The days of a period without a required component, by kind in time order; the last one open when none follows. */
export function componentGaps(
  kinds: readonly string[],
  components: readonly ComponentSpan[],
  period: { from: LocalDate; until: LocalDate },
): { kind: string; from: LocalDate; to?: LocalDate }[] {
  return kinds.flatMap((kind) => {
    const live = components.filter((each) => each.kind === kind).sort((a, b) => (a.from < b.from ? -1 : 1));
    const gaps: { kind: string; from: LocalDate; to?: LocalDate }[] = [];
    let covered = period.from;
    for (const { from, until } of live) {
      if (until < covered) continue;
      if (from > covered) gaps.push({ kind, from: covered, to: addDays(from, -1) });
      covered = addDays(until, 1);
    }
    return covered <= period.until ? [...gaps, { kind, from: covered }] : gaps;
  });
}
