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
};

type Made = { id: string; act: string; recordedAt: Date };

/** What an appeal against this act would be called; null for an act against which there is none. */
export const kindOf = (act: string): AppealKind | null => KINDS[act] ?? null;

/** The suspension and the revocation of an award that still count, of its decisions in time order. */
export function standingSanctions<Decision extends Made>(
  decisions: readonly Decision[],
  award: { revokedFrom: LocalDate | null; openSuspension: object | null },
): Decision[] {
  const last = (act: string) => decisions.findLast((each) => each.act === act);
  return [award.openSuspension ? last('suspend') : null, award.revokedFrom ? last('revoke') : null].filter(
    (each): each is Decision => each !== null && each !== undefined,
  );
}

/** The refusal of an application that stands, of its decisions in time order. */
export const standingRefusal = <Decision extends Made>(decisions: readonly Decision[]): Decision | null => {
  const last = decisions.at(-1);
  return last?.act === 'refuse' ? last : null;
};

/** The decisions that may be appealed against today, each with the last day for it. */
export function appealableUntil(
  decisions: readonly Made[],
  { zone, today }: { zone: string; today: LocalDate },
): Record<string, LocalDate> {
  const days = decisions.map(({ id, recordedAt }) => [id, appealUntil(recordedAt, zone)] as const);
  return Object.fromEntries(days.filter(([, until]) => today <= until));
}
