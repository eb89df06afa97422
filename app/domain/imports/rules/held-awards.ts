import type { LocalDate } from '~/platform/local-date';

/** An award with the days of its licence; without a last day it is not known yet. */
export type HeldAward = { levelId: string; awardedOn: LocalDate; until: LocalDate | null };

export type AwardFit = 'same' | 'clash' | 'fits';

/** Whether two licences of one level run at the same time. */
function overlaps(one: HeldAward, other: HeldAward): boolean {
  const [first, second] = one.awardedOn <= other.awardedOn ? [one, other] : [other, one];
  return first.until === null ? false : second.awardedOn <= first.until;
}

/** What an award is beside those that the person holds: one of them, one that cannot be beside them, or a further one. */
export function awardFit(award: HeldAward, held: readonly HeldAward[]): AwardFit {
  const ofLevel = held.filter(({ levelId }) => levelId === award.levelId);
  if (ofLevel.some(({ awardedOn }) => awardedOn === award.awardedOn)) return 'same';
  return ofLevel.some((each) => overlaps(each, award)) ? 'clash' : 'fits';
}
