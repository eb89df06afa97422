import { addDays, daysOf, type LocalDate } from '~/platform/local-date';
import type { ActOrder, ActState, StandingFacts } from '../types';
import { isRunning, standingOn } from './licence-standing';

type Done = Pick<ActOrder, 'act' | 'effectiveOn' | 'until'>;

const isOpen = ({ to }: { to?: LocalDate }): boolean => to === undefined;

/** Ends what is open on the day before; what never counted is gone. */
const ended = <Span extends { from: LocalDate; to?: LocalDate }>(
  spans: readonly Span[],
  on: LocalDate,
): Span[] =>
  spans.flatMap((span) => {
    if (!isOpen(span)) return [span];
    return span.from < on ? [{ ...span, to: addDays(on, -1) }] : [];
  });

const moved = (facts: StandingFacts, days: number): StandingFacts => ({
  ...facts,
  until: addDays(facts.until, days),
  windowOpens: facts.windowOpens && addDays(facts.windowOpens, days),
  graceUntil: facts.graceUntil && addDays(facts.graceUntil, days),
  pausedDays: facts.pausedDays + days,
});

function resumed(facts: StandingFacts, on: LocalDate): StandingFacts {
  const days = facts.suspensions.reduce(
    (sum, { kind, to }) => (kind === 'paused' && to && to >= on ? sum + daysOf(on, to) : sum),
    0,
  );
  const suspensions = facts.suspensions.flatMap((span) => {
    if (span.kind !== 'paused' || !span.to || span.to < on) return [span];
    return span.from < on ? [{ ...span, to: addDays(on, -1) }] : [];
  });
  return moved({ ...facts, suspensions }, -days);
}

/** The facts of a period once an act stands on record. */
export function withAct(facts: StandingFacts, { act, effectiveOn: from, until }: Done): StandingFacts {
  const { revocations, suspensions } = facts;
  switch (act) {
    case 'revoke':
      return { ...facts, revocations: [...revocations, { from }] };
    case 'annul':
      return { ...facts, revocations: ended(revocations, from) };
    case 'suspend':
      return { ...facts, suspensions: [...suspensions, { kind: 'disciplinary', from }] };
    case 'lift':
      return { ...facts, suspensions: ended(suspensions, from) };
    case 'surrender':
      return { ...facts, surrenderedOn: from };
    case 'correct':
      return facts;
    case 'resume':
      return resumed(facts, from);
    case 'pause': {
      const to = until ?? from;
      const paused = { ...facts, suspensions: [...suspensions, { kind: 'paused' as const, from, to }] };
      return moved(paused, daysOf(from, to));
    }
  }
}

const stateOf = (facts: StandingFacts, on: LocalDate): ActState => {
  const { state, reason } = standingOn(facts, on);
  return { state, reason };
};

/** What an act changes: the state on the day from which it counts, before and after. `periods` are those of the award. */
export function actEffect(
  periods: readonly StandingFacts[],
  done: Done,
): { before: ActState; after: ActState } | null {
  const on = done.effectiveOn;
  const running = periods.findLast((each) => isRunning(each, on)) ?? periods[0];
  return running ? { before: stateOf(running, on), after: stateOf(withAct(running, done), on) } : null;
}
