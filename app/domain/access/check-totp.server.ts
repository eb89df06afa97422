import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { findFactor, takeStep } from './data/second-factors.server';
import { closeSession, findPendingSession, openSession } from './data/sessions.server';
import { stepOf } from './data/totp.server';

/**
 * The second step of signing in: the waiting session is exchanged for a full one, whose token is answered. A code that
 * was used before is refused. Throws gone 'access.sign-in-again' when nothing waits under the token, invalid
 * 'access.wrong-code' at `code`.
 */
export async function checkTotp(
  ctx: Ctx,
  input: { token: string; code: string },
): Promise<{ token: string }> {
  return inTransaction(ctx, async (tx) => {
    const pending = await findPendingSession(tx, input.token);
    const factor = pending && (await findFactor(tx, pending.accountId));
    if (!pending || !factor) throw new DomainError('gone', 'access.sign-in-again');
    const step = stepOf(factor.secret, input.code, tx.clock.now());
    if (step === null || !(await takeStep(tx, pending.accountId, step))) {
      throw new DomainError('invalid', 'access.wrong-code', { field: 'code' });
    }
    await closeSession(tx, input.token);
    const { accountId, device } = pending;
    return {
      token: await openSession(tx, { accountId, device, secondFactorAt: tx.clock.now(), pending: false }),
    };
  });
}
