import { addDays, daysOf, type LocalDate } from '~/platform/local-date';
import type { HistoryEntry } from '../types';
import type { LicenceStanding } from './public-status';

/** A fact and when it was recorded (milliseconds since 1970); every date is a local date of the framework's zone. */
type Recorded<Fact> = Fact & { at: number };

type Ending = Recorded<{ from: LocalDate; endedOn: LocalDate | null; endedAt: number | null }>;

/** Everything on record about the licence period of one credential, whenever it was recorded. */
export type LicenceFacts = {
  from: LocalDate;
  until: LocalDate;
  windowOpens: LocalDate;
  graceUntil: LocalDate;
  /** `endedOn` is the first day on which they no longer count. */
  suspensions: readonly Ending[];
  revocations: readonly Ending[];
  /** The clock stands still until `until`, inclusive, unless it was ended early. */
  pauses: readonly (Ending & { until: LocalDate })[];
  surrender: Recorded<{ on: LocalDate }> | null;
  /** A document of the same period that corrects this one. */
  replacement: Recorded<{ on: LocalDate }> | null;
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

/** The days of a fact that another one may have ended by the moment; nothing where it never counted. */
function spans({ from, endedOn, endedAt }: Ending, knownAt: number): Span[] {
  if (endedOn === null || endedAt === null || endedAt > knownAt) return [{ from }];
  return endedOn > from ? [{ from, to: addDays(endedOn, -1) }] : [];
}

type Pause = LicenceFacts['pauses'][number];

/** The days of a pause, ended early or not. */
const pausedDays = (pause: Pause, knownAt: number): { from: LocalDate; to: LocalDate }[] =>
  spans(pause, knownAt).map(({ from, to }) => ({
    from,
    to: to === undefined || to > pause.until ? pause.until : to,
  }));

type Dates = Pick<LicenceStanding, 'until' | 'windowOpens' | 'graceUntil'>;

/** End, window and grace, later by the days on which the clock stood still. */
function datesOf(facts: LicenceFacts, paused: readonly { from: LocalDate; to: LocalDate }[]): Dates {
  const days = paused.reduce((sum, { from, to }) => sum + daysOf(from, to), 0);
  const moved = (day: LocalDate) => (days === 0 ? day : addDays(day, days));
  const { until, windowOpens, graceUntil } = facts;
  return {
    until: moved(until),
    windowOpens: windowOpens > until ? null : moved(windowOpens),
    graceUntil: graceUntil > until ? moved(graceUntil) : null,
  };
}

/** What was known of the licence at the moment `knownAt` (milliseconds since 1970). */
export function standingKnownAt(facts: LicenceFacts, knownAt: number): LicenceStanding {
  const known = <Fact extends { at: number }>(all: readonly (Fact | null)[]): Fact[] =>
    all.filter((fact): fact is Fact => fact !== null && fact.at <= knownAt);
  const components = known(facts.components);
  const paused = known(facts.pauses).flatMap((pause) => pausedDays(pause, knownAt));
  const dates = datesOf(facts, paused);
  const suspended = known(facts.suspensions).flatMap((each) => spans(each, knownAt));
  const followed = [
    ...known(facts.newer).map(({ from }) => from),
    ...known([facts.replacement]).map(({ on }) => on),
  ];
  return {
    from: facts.from,
    ...dates,
    suspensions: [
      ...suspended.map((span) => ({ ...span, kind: 'disciplinary' as const })),
      ...paused.map((span) => ({ ...span, kind: 'paused' as const })),
    ],
    lapsedComponents: facts.required.flatMap((kind) =>
      gaps(
        { from: facts.from, until: dates.until },
        components.filter((component) => component.kind === kind),
      ).map((gap) => ({ ...gap, kind })),
    ),
    revocations: known(facts.revocations).flatMap((each) => spans(each, knownAt)),
    surrenderedOn: known([facts.surrender])[0]?.on ?? null,
    supersededOn: earliest(followed),
  };
}

type Event = HistoryEntry['event'];

const byDay = (a: HistoryEntry, b: HistoryEntry): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0);

/** What ends a document for good, as things are known: the last of its events. */
function endOf({ revocations, supersededOn, surrenderedOn }: LicenceStanding): HistoryEntry | null {
  const revokedOn = revocations.find(({ to }) => to === undefined)?.from;
  const ends: HistoryEntry[] = [
    ...(revokedOn ? [{ event: 'revoked' as const, on: revokedOn }] : []),
    ...(supersededOn ? [{ event: 'superseded' as const, on: supersededOn }] : []),
    ...(surrenderedOn ? [{ event: 'surrendered' as const, on: surrenderedOn }] : []),
  ];
  return ends.reduce<HistoryEntry | null>(
    (first, each) => (first && first.on <= each.on ? first : each),
    null,
  );
}

const dayAfter = ({ to }: Span): LocalDate | undefined => (to === undefined ? undefined : addDays(to, 1));

/** Every revocation and annulment but the end itself; one that follows another end is told behind it, for it outweighs that. */
function revocationsOf({ revocations }: LicenceStanding, end: HistoryEntry | null): HistoryEntry[] {
  const told = end?.event === 'revoked' ? revocations.filter(({ to }) => to !== undefined) : revocations;
  return told.flatMap((span) => {
    const annulledOn = dayAfter(span);
    const revoked: HistoryEntry = { event: 'revoked', on: span.from };
    return annulledOn ? [revoked, { event: 'annulled', on: annulledOn }] : [revoked];
  });
}

/**
 * The public events of a document until the day `on`, oldest first. What ends it for good is the last one, but for a
 * revocation behind it.
 */
export function historyOf(standing: LicenceStanding, issuedOn: LocalDate, on: LocalDate): HistoryEntry[] {
  const { suspensions, lapsedComponents, until } = standing;
  const end = endOf(standing);
  const happened = (day: LocalDate | null | undefined): day is LocalDate =>
    day !== null && day !== undefined && day <= on && (end === null || day < end.on);
  const all = (event: Event, days: readonly (LocalDate | undefined)[]): HistoryEntry[] =>
    days.filter(happened).map((day) => ({ event, on: day }));
  const halts = [...suspensions, ...lapsedComponents];
  return [
    { event: 'issued' as const, on: issuedOn },
    ...all(
      'suspended',
      halts.map(({ from }) => from),
    ),
    ...all('restored', halts.map(dayAfter)),
    ...revocationsOf(standing, end).filter((each) => each.on <= on),
    ...all('lapsed', [addDays(until, 1)]),
    ...(end !== null && end.on <= on ? [end] : []),
  ].sort(byDay);
}
