import { addDays, type LocalDate } from '~/platform/local-date';
import type { ComponentSpan, Standing, StandingFacts } from '../types';

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

/**
 * The state of a licence on a day. What ends it for good wins over its dates, its dates win over suspension: only a
 * running licence can be suspended. A disciplinary suspension outweighs an automatic one.
 */
export function standingOn(facts: StandingFacts, on: LocalDate): Standing {
  const missing = facts.lapsedComponents.filter((span) => covers(span, on)).map(({ kind }) => kind);
  if (hasBegun(facts.revocation?.effectiveOn ?? null, on)) return plain('revoked', missing);
  if (hasBegun(facts.supersededOn, on)) return plain('superseded', missing);
  if (hasBegun(facts.surrenderedOn, on)) return plain('lapsed', missing);
  if (on < facts.from) return plain('future', missing);
  const renewableUntil = facts.graceUntil ?? facts.until;
  if (on > facts.until) {
    return on <= renewableUntil ? { ...plain('grace', missing), renewableUntil } : plain('lapsed', missing);
  }
  if (facts.suspensions.some((span) => span.kind === 'disciplinary' && covers(span, on))) {
    return { ...plain('suspended', missing), reason: 'disciplinary' };
  }
  if (missing.length > 0) return { ...plain('suspended', missing), reason: 'automatic' };
  return hasBegun(facts.windowOpens, on)
    ? { ...plain('renewable', missing), renewableUntil }
    : plain('active', missing);
}

/** Whether a period is the one of its award that counts on a day: begun, or the first, and no newer one has begun. */
export const isRunning = (facts: StandingFacts, on: LocalDate): boolean =>
  !hasBegun(facts.supersededOn, on) && (facts.no === 1 || facts.from <= on);

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
