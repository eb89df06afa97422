import { getRuleSet } from '~/domain/frameworks/get-rule-set.server';
import { planPeriod } from '~/domain/frameworks/plan-period.server';
import type { Level } from '~/domain/frameworks/types';
import type { Ctx } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { DomainError } from '~/platform/errors';
import { addDays, type LocalDate } from '~/platform/local-date';
import { onlyOne } from '~/platform/only-one';
import { insertPeriod, lockLicence } from './data/licences.server';
import { isBarredFromRenewal } from './rules/act-obstacle';
import type { HolderFacts, IssueOrder, MadeDocument } from './types';

export type RenewalOrder = Pick<IssueOrder, 'languages' | 'studied' | 'practical' | 'qualificationId'> & {
  holder: HolderFacts;
  level: Level;
  applicationId: string;
  /** The cycle that is renewed: the newest one when the decision was prepared. */
  afterPeriodId: string;
  /** The day of the confirmation. */
  on: LocalDate;
};

export type Renewed = { periodId: string; from: LocalDate; issued: MadeDocument };

/**
 * Adds the next cycle and has its public document made, inside the caller's transaction. It begins on the day after the
 * running one ends, or today where that is over, and lasts as the rules in force on its first day say. Locks the award,
 * then the number counter. The caller authorises, checks what renewal asks for, and has
 * taken the holder's names and place down (`keepHolders`). Throws `licensing.not-renewable`.
 */
export async function renewQualification(tx: Ctx, order: RenewalOrder): Promise<Renewed> {
  const { holder, level, applicationId, qualificationId, afterPeriodId, on, ...paper } = order;
  const last = (await lockLicence(tx.db, qualificationId)).at(-1);
  if (last?.periodId !== afterPeriodId || isBarredFromRenewal(last, on)) {
    throw new DomainError('conflict', 'licensing.not-renewable');
  }
  const from = on <= last.until ? addDays(last.until, 1) : on;
  const rules = await getRuleSet(tx, { levelId: level.id, on: from });
  const period = await planPeriod(tx, { rules, from });
  const { personId, displayName, latinName } = holder;
  const { framework } = level;
  const periodId = await insertPeriod(tx.db, {
    qualificationId,
    no: last.no + 1,
    period,
    ruleSetVersionId: rules.id,
    components: rules.components.map(({ kind }) => kind),
    zone: framework.zone,
    applicationId,
    recordedAt: tx.clock.now(),
  });
  await raiseContentVersion(tx);
  const document = {
    ...paper,
    qualificationId,
    periodId,
    personId,
    isNew: true,
    holder: { displayName, latinName },
    frameworkId: framework.id,
    level,
    awardedOn: last.awardedOn,
    from,
    until: period.until,
  };
  return { periodId, from, issued: onlyOne(await tx.ports.issueCredentials(tx, [document])) };
}
