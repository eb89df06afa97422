import type { Ctx } from '~/platform/context';
import { findPendingSession } from './data/sessions.server';

/** The account whose session under this token waits for the second factor; null when none does. */
export async function findWaitingAccount(
  ctx: Ctx,
  input: { token: string },
): Promise<{ accountId: string } | null> {
  const pending = await findPendingSession(ctx, input.token);
  return pending && { accountId: pending.accountId };
}
