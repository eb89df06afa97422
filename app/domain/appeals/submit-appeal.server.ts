import type { z } from 'zod';
import { listOwnApplications } from '~/domain/applications/list-own-applications.server';
import { listOwnRequests } from '~/domain/equivalences/list-own-requests.server';
import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Level } from '~/domain/frameworks/types';
import { getQualification } from '~/domain/licensing/get-qualification.server';
import { keepHolders } from '~/domain/licensing/keep-holders.server';
import { plainText } from '~/i18n/content';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { findByDecision, insertAppeal, type NewAppeal } from './data/appeals.server';
import { type SubmitAppealInput, submitAppealSchema } from './inputs';
import { appealUntil, coachPage, kindOf, standingRefusal, standingSanctions } from './policy';
import type { AppealKind } from './types';

type Asked = z.output<typeof submitAppealSchema>;

/** What is appealed against, as the appeal notes it. */
type Target = {
  kind: AppealKind;
  level: Level;
  decision: { id: string; recordedAt: Date };
  of: Omit<NewAppeal, 'kind' | 'personId' | 'levelId' | 'text' | 'submittedAt'>;
};

const nothing = {
  ...{ applicationId: null, applicationDecisionId: null, qualificationId: null, decisionId: null },
  ...{ requestId: null, requestActId: null },
};

type Of<Against extends Asked['against']> = Extract<Asked, { against: Against }>;

async function findAward(ctx: Ctx, asked: Of<'award'>, accountId: string): Promise<Target> {
  const { qualificationId } = asked;
  const view = await getQualification(ctx, { qualificationId, as: 'holder' });
  const { decisions, qualification, today, level } = view;
  const standing = standingSanctions(decisions, qualification, { today, accountId });
  const decision = standing.find(({ id }) => id === asked.decisionId);
  const kind = decision && kindOf(decision.act);
  if (!kind) throw new DomainError('conflict', 'appeals.nothing-to-appeal');
  return { kind, level, decision, of: { ...nothing, qualificationId, decisionId: decision.id } };
}

async function findRequest(ctx: Ctx, { requestId }: Of<'request'>): Promise<Target> {
  const own = await listOwnRequests(ctx);
  const request = own.find(({ id }) => id === requestId);
  const level = (await listLevels(ctx)).find(({ id }) => id === request?.levelId);
  if (!request || !level) throw new DomainError('not-found', 'equivalences.request-not-found');
  const decision = standingRefusal(request.acts);
  if (!decision) throw new DomainError('conflict', 'appeals.nothing-to-appeal');
  if (own.some(({ closedAt, levelId }) => closedAt === null && levelId === level.id))
    throw new DomainError('conflict', 'equivalences.asked-anew');
  return { kind: 'request', level, decision, of: { ...nothing, requestId, requestActId: decision.id } };
}

async function findApplication(ctx: Ctx, { applicationId }: Of<'application'>): Promise<Target> {
  const own = await listOwnApplications(ctx);
  const application = own.find(({ id }) => id === applicationId);
  const level = (await listLevels(ctx)).find(({ id }) => id === application?.levelId);
  if (!application || !level) throw new DomainError('not-found', 'applications.application-not-found');
  const decision = standingRefusal(application.decisions);
  if (!decision) throw new DomainError('conflict', 'appeals.nothing-to-appeal');
  if (own.some(({ closedAt, levelId }) => closedAt === null && levelId === level.id))
    throw new DomainError('conflict', 'applications.applied-anew');
  const of = { ...nothing, applicationId, applicationDecisionId: decision.id };
  return { kind: 'refusal', level, decision, of };
}

function findTarget(ctx: Ctx, asked: Asked, accountId: string): Promise<Target> {
  if (asked.against === 'award') return findAward(ctx, asked, accountId);
  return asked.against === 'request' ? findRequest(ctx, asked) : findApplication(ctx, asked);
}

/**
 * The signed-in coach appeals against the refusal of an application or of a request for equivalence, or a suspension, a
 * revocation, or a pause that the office set, which still counts.
 * Sent twice it is one appeal. Throws `appeals.nothing-to-appeal`, `appeals.too-late`, `appeals.already-appealed`,
 * `applications.applied-anew`, `applications.application-not-found`, `equivalences.asked-anew`,
 * `equivalences.request-not-found`, `licensing.qualification-not-found`.
 */
export async function submitAppeal(ctx: Ctx, input: SubmitAppealInput): Promise<void> {
  const { actor } = ctx;
  if (!actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const asked = submitAppealSchema.parse(input);
  const { kind, level, decision, of } = await findTarget(ctx, asked, actor.accountId);
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
    await takeDown(tx, personId, { kind, level });
    await recordAct(tx, {
      act: 'appeals.submitted',
      subject: { type: 'appeal', id },
      detail: { kind, personId, ...of },
    });
  });
}

/** The queue finds an appeal by the names and place of its holder; the coach is told that it has come. */
async function takeDown(
  tx: Ctx,
  personId: string,
  { kind, level }: Pick<Target, 'kind' | 'level'>,
): Promise<void> {
  const holder = await tx.ports.describeHolder(tx, personId);
  if (holder) await keepHolders(tx, [holder]);
  const mail = holder?.mail;
  if (!mail) return;
  const page = `${tx.config.publicUrl}/${mail.lang}${coachPage(kind, level.slug)}`;
  const params = { level: plainText(level.name, mail.lang), page };
  await tx.mail.send({ ...mail, message: { key: 'appeal-received', params } });
}
