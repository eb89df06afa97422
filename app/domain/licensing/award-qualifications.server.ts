import { planPeriod } from '~/domain/frameworks/plan-period.server';
import type { Level, RuleSet } from '~/domain/frameworks/types';
import type { Ctx } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { newId } from '~/platform/ids';
import type { LocalDate } from '~/platform/local-date';
import { insertAwards, type NewAward } from './data/licences.server';
import type { HolderFacts, IssueOrder, MadeDocument } from './types';

export type AwardOrder = Pick<IssueOrder, 'languages' | 'studied' | 'practical'> & {
  holder: HolderFacts;
  level: Level;
  ruleSet: RuleSet;
  applicationId: string;
  /** The day of the award, on which the first period begins. */
  on: LocalDate;
};

async function awardOf(
  tx: Ctx,
  { holder, level, ruleSet, on, applicationId }: AwardOrder,
): Promise<NewAward> {
  return {
    qualificationId: newId(),
    periodId: newId(),
    personId: holder.personId,
    levelId: level.id,
    applicationId,
    awardedOn: on,
    period: await planPeriod(tx, { rules: ruleSet, from: on }),
    ruleSetVersionId: ruleSet.id,
    components: ruleSet.components.map(({ kind }) => kind),
    zone: level.framework.zone,
    recordedAt: tx.clock.now(),
  };
}

type Planned = { order: AwardOrder; award: NewAward };

function documentOf({ order, award }: Planned): IssueOrder {
  const { holder, level, languages, studied, practical } = order;
  const { qualificationId, periodId, personId, awardedOn, period } = award;
  const { displayName, latinName } = holder;
  return {
    ...{ languages, studied, practical, level, frameworkId: level.framework.id },
    ...{ awardedOn, from: period.from, until: period.until, holder: { displayName, latinName } },
    ...{ qualificationId, periodId, personId, isNew: true },
  };
}

/**
 * Writes awards with their first periods and has their public documents made, in as many statements as for one, all
 * inside the caller's transaction, in which the decisions stand and are audited; answers in the order asked. Locks the
 * number counter (by `issueCredentials`). The caller authorises, and has taken the holders' names and places down
 * (`keepHolders`).
 */
export async function awardQualifications(tx: Ctx, orders: readonly AwardOrder[]): Promise<MadeDocument[]> {
  if (orders.length === 0) return [];
  const planned: Planned[] = [];
  for (const order of orders) planned.push({ order, award: await awardOf(tx, order) });
  await insertAwards(
    tx.db,
    planned.map(({ award }) => award),
  );
  await raiseContentVersion(tx);
  return tx.ports.issueCredentials(tx, planned.map(documentOf));
}
