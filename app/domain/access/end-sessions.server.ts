import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { closeAllSessions, closeSessions } from './data/sessions.server';

/**
 * Ends one of the actor's sessions by its id, or all but this one; somebody else's id ends nothing. With an account, every
 * session of that, inside the transaction that needs it: the caller authorises.
 */
export async function endSessions(
  ctx: Ctx,
  input: { sessionId: string } | 'others' | { ofAccount: string },
): Promise<void> {
  const { actor } = ctx;
  if (typeof input === 'object' && 'ofAccount' in input) return closeAllSessions(ctx, input.ofAccount);
  if (!actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const which = input === 'others' ? { allBut: actor.sessionId } : { only: input.sessionId };
  await closeSessions(ctx, actor.accountId, which);
}
