import type { z } from 'zod';
import { reopenApplication } from '~/domain/applications/reopen-application.server';
import { enterDecision } from '~/domain/licensing/enter-decision.server';
import { plainText } from '~/i18n/content';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { closeAppeal, lockAppeal } from './data/appeals.server';
import { type ReachedAppeal, reachAppeal } from './data/reach-appeal.server';
import { type DecideAppealInput, decideAppealSchema } from './inputs';

type Decided = z.output<typeof decideAppealSchema>;

/**
 * A registrar who took no part in the decision decides the appeal against it. Allowed, the decision is reversed in the
 * same transaction: the application is open again, the suspension lifted or the revocation annulled from its own first
 * day. Two at once: one decision counts; the same one sent twice is the first. Throws `licensing.not-a-registrar`,
 * `licensing.own-record`, `appeals.appeal-not-found`, `appeals.took-part`, `appeals.already-decided` and what the
 * reversal throws.
 */
export async function decideAppeal(ctx: Ctx, input: DecideAppealInput): Promise<void> {
  const decided = decideAppealSchema.parse(input);
  const reached = await reachAppeal(ctx, decided.appealId);
  const { actor } = reached;
  if (reached.isOwn) throw new DomainError('forbidden', 'licensing.own-record');
  if (reached.tookPart) throw new DomainError('conflict', 'appeals.took-part');
  await inTransaction(ctx, async (tx) => {
    const appeal = await lockAppeal(tx.db, decided.appealId);
    if (appeal?.outcome === decided.outcome && appeal.deciderId === actor.accountId) return;
    if (appeal?.outcome !== null) throw new DomainError('conflict', 'appeals.already-decided');
    if (decided.outcome === 'allowed') await reverse(tx, reached, decided);
    const { outcome, document, answer } = decided;
    const closing = { outcome, document, answer, deciderId: actor.accountId, closedAt: tx.clock.now() };
    await closeAppeal(tx.db, appeal.id, closing);
    await tellCoach(tx, reached, decided);
    await recordAct(tx, {
      act: `appeals.${outcome}`,
      subject: { type: 'appeal', id: appeal.id },
      detail: { kind: appeal.kind, document, before: 'submitted', after: outcome },
    });
  });
}

/** What made the decision is undone by a fact of its own. */
async function reverse(tx: Ctx, { appeal, actor, decision }: ReachedAppeal, decided: Decided): Promise<void> {
  const { answer: note, document } = decided;
  if (appeal.applicationId)
    return reopenApplication(tx, { applicationId: appeal.applicationId, actorId: actor.accountId, note });
  await enterDecision(tx, {
    act: appeal.kind === 'revocation' ? 'annul' : 'lift',
    qualificationId: appeal.qualificationId ?? '',
    actorId: actor.accountId,
    proposerId: null,
    reason: 'appeal',
    document,
    legalBasis: null,
    note,
    effectiveOn: decision.effectiveOn,
    until: null,
  });
}

async function tellCoach(tx: Ctx, { appeal, level }: ReachedAppeal, decided: Decided): Promise<void> {
  const mail = (await tx.ports.describeHolder(tx, appeal.personId))?.mail;
  if (!mail) return;
  const page = `${tx.config.publicUrl}/${mail.lang}/me/qualifications`;
  const { document, answer } = decided;
  const params = { level: plainText(level.name, mail.lang), document, answer, page };
  if (decided.outcome === 'allowed')
    await tx.mail.send({ ...mail, message: { key: 'appeal-allowed', params } });
  else await tx.mail.send({ ...mail, message: { key: 'appeal-dismissed', params } });
}
