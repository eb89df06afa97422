import { reopenApplication } from '~/domain/applications/reopen-application.server';
import { reopenRequest } from '~/domain/equivalences/reopen-request.server';
import { enterDecision } from '~/domain/licensing/enter-decision.server';
import { plainText } from '~/i18n/content';
import { recordAct } from '~/platform/audit/record-act.server';
import type { Ctx } from '~/platform/context';
import { isDomainError } from '~/platform/errors';
import { coachPage } from '../policy';
import type { AppealOutcome } from '../types';
import { closeAppeal } from './appeals.server';
import type { ReachedAppeal } from './reach-appeal.server';

export type Closing = {
  outcome: AppealOutcome;
  document: string;
  answer: string;
  /** Who turned the first of two keys; null where one is enough. */
  proposerId: string | null;
};

/** Closes an appeal that is locked and open, reverses the decision where it is allowed, and tells the coach. */
export async function finishAppeal(tx: Ctx, reached: ReachedAppeal, closing: Closing): Promise<void> {
  const { appeal, actor } = reached;
  const { outcome, document, answer, proposerId } = closing;
  const isReversed = outcome === 'allowed' && (await reverse(tx, reached, closing));
  const closed = { outcome, document, answer, deciderId: actor.accountId, closedAt: tx.clock.now() };
  await closeAppeal(tx.db, appeal.id, closed);
  await tellCoach(tx, reached, closing, isReversed);
  await recordAct(tx, {
    act: `appeals.${outcome}`,
    subject: { type: 'appeal', id: appeal.id },
    detail: {
      ...{ kind: appeal.kind, document, before: 'submitted', after: outcome },
      ...(outcome === 'allowed' ? { proposer: proposerId, isReversed } : {}),
    },
  });
}

const REVERSALS = { revocation: 'annul', suspension: 'lift', pause: 'resume' } as const;

/** What made the decision is undone by a fact of its own; false when something else has undone it already. */
async function reverse(tx: Ctx, reached: ReachedAppeal, closing: Closing): Promise<boolean> {
  const { appeal, actor, decision } = reached;
  const { answer: note, document, proposerId } = closing;
  const { accountId: actorId } = actor;
  if (appeal.kind === 'refusal') {
    await reopenApplication(tx, { applicationId: appeal.applicationId ?? '', actorId, note });
    return true;
  }
  if (appeal.kind === 'request') {
    await reopenRequest(tx, { requestId: appeal.requestId ?? '', actorId, note });
    return true;
  }
  try {
    await enterDecision(tx, {
      ...{ act: REVERSALS[appeal.kind], qualificationId: appeal.qualificationId ?? '', actorId, proposerId },
      ...{
        reason: 'appeal',
        document,
        legalBasis: null,
        note,
        effectiveOn: decision.effectiveOn,
        until: null,
      },
      reverses: appeal.decisionId,
    });
    return true;
  } catch (error) {
    if (!isDomainError(error) || error.code !== 'licensing.already-reversed') throw error;
    return false;
  }
}

async function tellCoach(
  tx: Ctx,
  { appeal, level }: ReachedAppeal,
  closing: Closing,
  isReversed: boolean,
): Promise<void> {
  const mail = (await tx.ports.describeHolder(tx, appeal.personId))?.mail;
  if (!mail) return;
  const page = `${tx.config.publicUrl}/${mail.lang}${coachPage(appeal.kind, level.slug)}`;
  const { document, answer } = closing;
  const params = { level: plainText(level.name, mail.lang), document, answer, page };
  if (isReversed) await tx.mail.send({ ...mail, message: { key: 'appeal-allowed', params } });
  else if (closing.outcome === 'allowed')
    await tx.mail.send({ ...mail, message: { key: 'appeal-allowed-ended', params } });
  else await tx.mail.send({ ...mail, message: { key: 'appeal-dismissed', params } });
}
