import type { z } from 'zod';
import { listOwnApplications } from '~/domain/applications/list-own-applications.server';
import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Level } from '~/domain/frameworks/types';
import { getQualification } from '~/domain/licensing/get-qualification.server';
import { plainText } from '~/i18n/content';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { findByDecision, insertAppeal, type NewAppeal } from './data/appeals.server';
import { type SubmitAppealInput, submitAppealSchema } from './inputs';
import { appealUntil, kindOf, standingRefusal, standingSanctions } from './policy';

type Asked = z.output<typeof submitAppealSchema>;

/** What is appealed against, as the appeal notes it. */
type Target = {
  level: Level;
  decision: { id: string; act: string; recordedAt: Date };
  of: Pick<NewAppeal, 'applicationId' | 'applicationDecisionId' | 'qualificationId' | 'decisionId'>;
};

const nothing = { applicationId: null, applicationDecisionId: null, qualificationId: null, decisionId: null };

async function findTarget(ctx: Ctx, asked: Asked, accountId: string): Promise<Target> {
  if (asked.against === 'award') {
    const { qualificationId } = asked;
    const view = await getQualification(ctx, { qualificationId, as: 'holder' });
    const { decisions, qualification, today } = view;
    const standing = standingSanctions(decisions, qualification, { today, accountId });
    const decision = standing.find(({ id }) => id === asked.decisionId);
    if (!decision) throw new DomainError('conflict', 'appeals.nothing-to-appeal');
    return { level: view.level, decision, of: { ...nothing, qualificationId, decisionId: decision.id } };
  }
  const { applicationId } = asked;
  const own = await listOwnApplications(ctx);
  const application = own.find(({ id }) => id === applicationId);
  const level = (await listLevels(ctx)).find(({ id }) => id === application?.levelId);
  if (!application || !level) throw new DomainError('not-found', 'applications.application-not-found');
  const decision = standingRefusal(application.decisions);
  if (!decision) throw new DomainError('conflict', 'appeals.nothing-to-appeal');
  if (own.some(({ closedAt, levelId }) => closedAt === null && levelId === level.id))
    throw new DomainError('conflict', 'applications.applied-anew');
  return { level, decision, of: { ...nothing, applicationId, applicationDecisionId: decision.id } };
}

/**
 * The signed-in coach appeals against the refusal of an application, or a suspension, a revocation, or a
 * pause that the office set, which still counts.
 * Sent twice it is one appeal. Throws `appeals.nothing-to-appeal`, `appeals.too-late`, `appeals.already-appealed`,
 * `applications.applied-anew`, `applications.application-not-found`, `licensing.qualification-not-found`.
 */
export async function submitAppeal(ctx: Ctx, input: SubmitAppealInput): Promise<void> {
  const { actor } = ctx;
  if (!actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const asked = submitAppealSchema.parse(input);
  const { level, decision, of } = await findTarget(ctx, asked, actor.accountId);
  const kind = kindOf(decision.act);
  if (!kind) throw new DomainError('conflict', 'appeals.nothing-to-appeal');
  const { personId } = actor;
  const { text } = asked;
  await inTransaction(ctx, async (tx) => {
    const known = await findByDecision(tx.db, decision.id);
    if (known?.text === text) return;
    if (known) throw new DomainError('conflict', 'appeals.already-appealed');
    const { zone } = level.framework;
    if (tx.clock.today(zone) > appealUntil(decision.recordedAt, zone))
      throw new DomainError('conflict', 'appeals.too-late');
    const submittedAt = tx.clock.now();
    const id = await insertAppeal(tx.db, { ...of, kind, personId, levelId: level.id, text, submittedAt });
    if (!id) return;
    await confirmReceipt(tx, personId, level);
    await recordAct(tx, {
      act: 'appeals.submitted',
      subject: { type: 'appeal', id },
      detail: { kind, personId, ...of },
    });
  });
}

async function confirmReceipt(tx: Ctx, personId: string, level: Level): Promise<void> {
  const mail = (await tx.ports.describeHolder(tx, personId))?.mail;
  if (!mail) return;
  const page = `${tx.config.publicUrl}/${mail.lang}/me/qualifications`;
  const params = { level: plainText(level.name, mail.lang), page };
  await tx.mail.send({ ...mail, message: { key: 'appeal-received', params } });
}
