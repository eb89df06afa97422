import { addDays, addMonths, type LocalDate } from '~/platform/local-date';

/** The zone in which days of study are counted: the learners' federation is Kazakhstan's. */
export const STUDY_ZONE = 'Asia/Almaty';

/** Renewal may begin this long before the end, when the first reminder goes out. */
export const RENEWAL_DAYS = 60;

/** The last valid day of a completion: n months end on the day before the same day n months later. */
export const validUntil = (completedOn: LocalDate, validityMonths: number | null): LocalDate | null =>
  validityMonths === null ? null : addDays(addMonths(completedOn, validityMonths), -1);

/** Whether the end is near or past, so that the course may be studied again. */
export const isRenewable = (until: LocalDate | null, today: LocalDate): boolean =>
  until !== null && addDays(until, -RENEWAL_DAYS) <= today;

type Round = {
  completion: { completedOn: LocalDate } | null;
  passed: boolean;
  /** Submitted attempts. */
  submitted: number;
  /** The best passed result in per cent; null before any, and of a version without a quiz. */
  best: number | null;
};

/**
 * Whether nothing more can come of this round, and the course may be begun again: also after a completion, since rules
 * may ask for a better result, or for one that is later than a day.
 */
export function isOver(
  round: Round,
  version: { validityMonths: number | null; attempts: number },
  today: LocalDate,
): boolean {
  const isUsedUp = round.submitted >= version.attempts;
  if (!round.completion) return !round.passed && isUsedUp;
  const until = validUntil(round.completion.completedOn, version.validityMonths);
  return isUsedUp || round.best === null || round.best === 100 || isRenewable(until, today);
}
