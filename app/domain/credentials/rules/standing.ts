import { addDays, type LocalDate } from '~/platform/local-date';
import type { HistoryEntry } from '../types';
import type { LicenceStanding } from './public-status';

/** A fact and when it was recorded (milliseconds since 1970); every date is a local date of the framework's zone. */
type Recorded<Fact> = Fact & { at: number };

/** Everything on record about the licence period of one credential, whenever it was recorded. */
export type LicenceFacts = {
  from: LocalDate;
  until: LocalDate;
  windowOpens: LocalDate;
  graceUntil: LocalDate;
  /** `liftedOn` is the first day after the suspension. */
  suspensions: readonly Recorded<{ from: LocalDate; liftedOn: LocalDate | null; liftedAt: number | null }>[];
  revocation: Recorded<{ effectiveOn: LocalDate }> | null;
  /** Kinds that the period's rules require, and all spans of such kinds that the holder has; `until` is inclusive. */
  required: readonly string[];
  components: readonly Recorded<{ kind: string; from: LocalDate; until: LocalDate }>[];
  /** First days of later periods of the same qualification. */
  newer: readonly Recorded<{ from: LocalDate }>[];
};

type Span = { from: LocalDate; to?: LocalDate };

/** The days of the period that no span covers; the last gap is open when nothing follows it. */
function gaps(
  period: { from: LocalDate; until: LocalDate },
  spans: readonly { from: LocalDate; until: LocalDate }[],
): Span[] {
  const found: Span[] = [];
  let missing = period.from;
  for (const { from, until } of [...spans].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (until < missing) continue;
    if (from > missing) found.push({ from: missing, to: addDays(from, -1) });
    if (until >= period.until) return found;
    missing = addDays(until, 1);
  }
  return missing <= period.until ? [...found, { from: missing }] : found;
}

const earliest = (days: readonly LocalDate[]): LocalDate | null =>
  days.reduce<LocalDate | null>((first, day) => (first === null || day < first ? day : first), null);

/** What was known of the licence at the moment `knownAt` (milliseconds since 1970). */
export function standingKnownAt(facts: LicenceFacts, knownAt: number): LicenceStanding {
  const known = <Fact extends { at: number }>(all: readonly Fact[]): Fact[] =>
    all.filter(({ at }) => at <= knownAt);
  const components = known(facts.components);
  const [revocation] = known(facts.revocation ? [facts.revocation] : []);
  return {
    from: facts.from,
    until: facts.until,
    windowOpens: facts.windowOpens > facts.until ? null : facts.windowOpens,
    graceUntil: facts.graceUntil > facts.until ? facts.graceUntil : null,
    suspensions: known(facts.suspensions).map(({ from, liftedOn, liftedAt }) => {
      const lifted = liftedOn !== null && liftedAt !== null && liftedAt <= knownAt ? liftedOn : null;
      return { from, kind: 'disciplinary' as const, ...(lifted === null ? {} : { to: addDays(lifted, -1) }) };
    }),
    lapsedComponents: facts.required.flatMap((kind) =>
      gaps(
        facts,
        components.filter((component) => component.kind === kind),
      ).map((gap) => ({ ...gap, kind })),
    ),
    revocation: revocation ? { effectiveOn: revocation.effectiveOn } : null,
    surrenderedOn: null,
    supersededOn: earliest(known(facts.newer).map(({ from }) => from)),
  };
}

type Event = HistoryEntry['event'];

const byDay = (a: HistoryEntry, b: HistoryEntry): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0);

/** The public events of a document until the day `on`, oldest first; what ends it for good is the last one. */
export function historyOf(standing: LicenceStanding, issuedOn: LocalDate, on: LocalDate): HistoryEntry[] {
  const { revocation, supersededOn, suspensions, lapsedComponents, until } = standing;
  const end = earliest([revocation?.effectiveOn ?? null, supersededOn].filter((day) => day !== null));
  const happened = (day: LocalDate | null | undefined): day is LocalDate =>
    day !== null && day !== undefined && day <= on && (end === null || day < end);
  const all = (event: Event, days: readonly (LocalDate | undefined)[]): HistoryEntry[] =>
    days.filter(happened).map((day) => ({ event, on: day }));
  const halts = [...suspensions, ...lapsedComponents].filter(
    ({ from, to }) => to === undefined || from <= to,
  );
  const last = revocation !== null && end === revocation.effectiveOn ? 'revoked' : 'superseded';
  return [
    { event: 'issued' as const, on: issuedOn },
    ...all(
      'suspended',
      halts.map(({ from }) => from),
    ),
    ...all(
      'restored',
      halts.map(({ to }) => (to === undefined ? undefined : addDays(to, 1))),
    ),
    ...all('lapsed', [addDays(until, 1)]),
    ...(end !== null && end <= on ? [{ event: last as Event, on: end }] : []),
  ].sort(byDay);
}
