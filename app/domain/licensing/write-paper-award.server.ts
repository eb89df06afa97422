import { planPeriod } from '~/domain/frameworks/plan-period.server';
import type { Level, RuleSet } from '~/domain/frameworks/types';
import type { Ctx } from '~/platform/context';
import { newId } from '~/platform/ids';
import type { LocalDate } from '~/platform/local-date';
import { deleteHolders } from './data/holders.server';
import { insertAwards } from './data/licences.server';
import { deleteAwards, listTouchedAwards } from './data/paper-awards.server';

export type PaperAward = {
  personId: string;
  level: Level;
  awardedOn: LocalDate;
  /** The last valid day as the paper says; null: as the rules of that day say. */
  until: LocalDate | null;
};

export type PaperAwardsGone = {
  qualificationIds: readonly string[];
  /** People whom licensing forgets, unless another award of theirs is left. */
  personIds: readonly string[];
  /** Only says what would be kept. */
  isTrial?: boolean;
};

export type PaperAwardWritten = {
  qualificationId: string | null;
  /** Awards that were to be removed and on which the office has acted since; nothing is removed then. */
  kept: string[];
};

/** Papers are older than the first rules: those count then. */
function rulesOn(level: Level, on: LocalDate): RuleSet | null {
  const sets = level.ruleSets;
  return sets.filter(({ effectiveFrom }) => effectiveFrom <= on).at(-1) ?? sets[0] ?? null;
}

/**
 * Writes an award that an old paper proves, with its one period and no document of ours, or removes such awards. The
 * holder must be kept before. Inside the transaction that needs it; the caller authorises, and the level must have rules.
 */
export async function writePaperAward(
  tx: Ctx,
  input: { add: PaperAward } | { remove: PaperAwardsGone },
): Promise<PaperAwardWritten> {
  if ('remove' in input) {
    const { qualificationIds, personIds, isTrial } = input.remove;
    const kept = await listTouchedAwards(tx.db, qualificationIds);
    if (kept.length === 0 && !isTrial) {
      await deleteAwards(tx.db, qualificationIds);
      await deleteHolders(tx.db, personIds);
    }
    return { qualificationId: null, kept };
  }
  const { until, level, ...award } = input.add;
  const rules = rulesOn(level, award.awardedOn);
  if (!rules) throw new Error(`The level ${level.slug} has no rules`);
  const dates = { from: award.awardedOn, ...(until ? { until } : {}) };
  const period = await planPeriod(tx, { rules, ...dates });
  const qualificationId = newId();
  const row = {
    ...award,
    qualificationId,
    periodId: newId(),
    levelId: level.id,
    applicationId: null,
    period,
    ruleSetVersionId: rules.id,
    components: rules.components.map(({ kind }) => kind),
    zone: level.framework.zone,
    recordedAt: tx.clock.now(),
  };
  await insertAwards(tx.db, [row]);
  return { qualificationId, kept: [] };
}
