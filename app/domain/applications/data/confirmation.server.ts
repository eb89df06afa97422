import type { Level, RuleSet } from '~/domain/frameworks/types';
import { countPoints } from '~/domain/ledger/count-points.server';
import { CARRIED } from '~/domain/ledger/types';
import { awardQualifications } from '~/domain/licensing/award-qualifications.server';
import { renewQualification } from '~/domain/licensing/renew-qualification.server';
import type { HolderFacts, MadeDocument } from '~/domain/licensing/types';
import type { Ctx } from '~/platform/context';
import type { LocalDate } from '~/platform/local-date';
import { practicalExam, studiedCourses } from '../rules/studied';
import type { ApplicationRow, Renewal } from '../types';
import type { Eligibility } from './eligibility.server';

export type Confirmed = {
  application: ApplicationRow;
  level: Level;
  ruleSet: RuleSet;
  on: LocalDate;
  found: Eligibility;
  holder: HolderFacts;
};

const paperOf = ({ application, level, found }: Confirmed) => ({
  applicationId: application.id,
  languages: application.languages,
  studied: studiedCourses(found.findings, found.evidence),
  practical: practicalExam(level.slug, found.evidence),
});

/** Awards, first periods and public documents, in the open transaction. */
export const carryOutAwards = (tx: Ctx, cases: readonly Confirmed[]): Promise<MadeDocument[]> =>
  awardQualifications(
    tx,
    cases.map((now) => {
      const { holder, level, ruleSet, on } = now;
      return { ...paperOf(now), holder, level, ruleSet, on };
    }),
  );

/** The next period, its public document and the points that were counted, in the open transaction. */
export async function carryOutRenewal(tx: Ctx, now: Confirmed, renewal: Renewal): Promise<MadeDocument> {
  const { holder, level, on } = now;
  const { qualificationId, periodId: afterPeriodId, ruleSetVersionId, points } = renewal;
  const next = await renewQualification(tx, {
    ...paperOf(now),
    holder,
    level,
    on,
    qualificationId,
    afterPeriodId,
  });
  if (points) {
    const account = { personId: holder.personId, frameworkId: level.framework.id, ruleSetVersionId };
    await countPoints(tx, { ...account, periodId: afterPeriodId, entries: points.entries });
    const passed = { evidenceId: null, category: CARRIED, points: points.carryOver };
    const entries = points.carryOver > 0 ? [passed] : [];
    await countPoints(tx, { ...account, periodId: next.periodId, entries });
  }
  return next.issued;
}
