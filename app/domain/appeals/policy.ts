import { APPEAL_DAYS } from '~/domain/licensing/policy';
import { addDays, type LocalDate, localDateOf } from '~/platform/local-date';
import type { AppealKind } from './types';

/** The last day on which a decision may be appealed against. */
export const appealUntil = (recordedAt: Date, zone: string): LocalDate =>
  addDays(localDateOf(recordedAt, zone), APPEAL_DAYS);

const KINDS: Readonly<Record<string, AppealKind>> = {
  refuse: 'refusal',
  suspend: 'suspension',
  revoke: 'revocation',
  pause: 'pause',
};

type Made = { id: string; act: string; recordedAt: Date };

type Fact = { decisionId: string } | null;
type Award = {
  revocation: Fact;
  openSuspension: Fact;
  pause: { decisionId: string; until: LocalDate } | null;
};

/** What an appeal against this act on an application or award would be called; null where there is none. */
export const kindOf = (act: string): AppealKind | null => KINDS[act] ?? null;

/**
 * The suspension, revocation and pause of an award that still count, of its decisions in time order; no pause that the
 * holder, whose account it is, asked for.
 */
export function standingSanctions<Decision extends Made & { proposerId: string | null }>(
  decisions: readonly Decision[],
  { revocation, openSuspension, pause }: Award,
  { today, accountId }: { today: LocalDate; accountId: string },
): Decision[] {
  const paused = pause && pause.until >= today ? pause : null;
  const standing = [openSuspension, revocation, paused].map((fact) => fact?.decisionId);
  return decisions.filter(({ id, proposerId }) => standing.includes(id) && proposerId !== accountId);
}

/** The refusal of an application or request that stands, of its decisions in time order. */
export const standingRefusal = <Decision extends Made>(decisions: readonly Decision[]): Decision | null => {
  const last = decisions.at(-1);
  return last?.act === 'refuse' ? last : null;
};

/** Where the coach finds an appeal, after the language. */
export const coachPage = (kind: AppealKind, level: string): string =>
  kind === 'request' ? `/me/qualifications/${level}/equivalence` : '/me/qualifications';

/** The decisions that may be appealed against today, each with the last day for it. */
export function appealableUntil(
  decisions: readonly Made[],
  { zone, today }: { zone: string; today: LocalDate },
): Record<string, LocalDate> {
  const days = decisions.map(({ id, recordedAt }) => [id, appealUntil(recordedAt, zone)] as const);
  return Object.fromEntries(days.filter(([, until]) => today <= until));
}
