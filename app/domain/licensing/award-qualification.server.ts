import { planPeriod } from '~/domain/frameworks/plan-period.server';
import type { Level, RuleSet } from '~/domain/frameworks/types';
import type { Ctx } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import type { LocalDate } from '~/platform/local-date';
import { insertAward } from './data/licences.server';
import type { HolderFacts, IssueOrder, MadeDocument } from './types';

export type AwardOrder = Pick<IssueOrder, 'languages' | 'studied' | 'practical'> & {
  holder: HolderFacts;
  level: Level;
  ruleSet: RuleSet;
  applicationId: string;
  /** The day of the award, on which the first period begins. */
  on: LocalDate;
};

/**
 * Writes an award with its first period and has its public document made, all inside the caller's transaction, in
 * which the decision stands and is audited. Locks the number counter (by `issueCredential`). The caller authorises, and has
 * taken the holder's names and place down (`keepHolders`).
 */
export async function awardQualification(tx: Ctx, order: AwardOrder): Promise<MadeDocument> {
  const { holder, level, ruleSet, on, applicationId, ...paper } = order;
  const period = await planPeriod(tx, { rules: ruleSet, from: on });
  const { personId, displayName, latinName } = holder;
  const ids = await insertAward(tx.db, {
    personId,
    levelId: level.id,
    applicationId,
    awardedOn: on,
    period,
    ruleSetVersionId: ruleSet.id,
    components: ruleSet.components.map(({ kind }) => kind),
    zone: level.framework.zone,
    recordedAt: tx.clock.now(),
  });
  await raiseContentVersion(tx);
  return tx.ports.issueCredential(tx, {
    ...paper,
    ...ids,
    personId,
    isNew: true,
    holder: { displayName, latinName },
    frameworkId: level.framework.id,
    level,
    awardedOn: on,
    from: period.from,
    until: period.until,
  });
}
