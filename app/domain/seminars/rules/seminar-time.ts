import { Temporal } from 'temporal-polyfill';

/** The two zones in which every seminar is told: the hosts of the memorandum live there. */
export const ZONES = ['Asia/Tokyo', 'Asia/Almaty'] as const;

/** The seminar's own zone first, then the others in which it is told. */
export const zonesOf = (zone: string): string[] => [zone, ...ZONES.filter((other) => other !== zone)];

/** The moment of a local time such as '2026-12-05T18:00' in an IANA zone. */
export const momentOf = (local: string, zone: string): Date =>
  new Date(Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds);

type Session = { startsAt: Date; minutes: number };

export const endOf = ({ startsAt, minutes }: Session): Date =>
  new Date(startsAt.getTime() + minutes * 60_000);

/** From the first beginning to the last end. At least one session is needed. */
export function spanOf(sessions: readonly Session[]): { startsAt: Date; endsAt: Date } {
  return {
    startsAt: new Date(Math.min(...sessions.map(({ startsAt }) => startsAt.getTime()))),
    endsAt: new Date(Math.max(...sessions.map((session) => endOf(session).getTime()))),
  };
}

export type SeminarState = 'upcoming' | 'running' | 'past';

/** Computed from the clock, never stored. It is past from the very moment of its end. */
export function stateAt({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, now: Date): SeminarState {
  if (now >= endsAt) return 'past';
  return now >= startsAt ? 'running' : 'upcoming';
}

/** When the state changes next by the clock alone; null when it stays. */
export function nextChange({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, now: Date): Date | null {
  if (now < startsAt) return startsAt;
  return now < endsAt ? endsAt : null;
}
