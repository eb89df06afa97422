import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { findFactor, takeStep } from './data/second-factors.server';
import { closeSessions, markSecondFactor } from './data/sessions.server';
import { stepOf } from './data/totp.server';

/**
 * Turns the second factor on with its first code. This session counts as passed, every other one ends. Throws invalid
 * 'access.wrong-code' at `code`.
 */
export async function confirmTotp(ctx: Ctx, input: { code: string }): Promise<void> {
  const { actor } = ctx;
  if (!actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  await inTransaction(ctx, async (tx) => {
    const factor = await findFactor(tx, actor.accountId);
    if (!factor) throw new DomainError('conflict', 'access.no-factor');
    if (factor.confirmed) return;
    const step = stepOf(factor.secret, input.code, tx.clock.now());
    if (step === null || !(await takeStep(tx, actor.accountId, step))) {
      throw new DomainError('invalid', 'access.wrong-code', { field: 'code' });
    }
    await markSecondFactor(tx, actor.sessionId);
    await closeSessions(tx, actor.accountId, { allBut: actor.sessionId });
    await recordAct(tx, {
      act: 'access.factor-confirmed',
      subject: { type: 'account', id: actor.accountId },
      detail: {},
    });
  });
}
