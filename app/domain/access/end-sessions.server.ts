import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { closeSessions } from './data/sessions.server';

/** Ends one of the actor's sessions by its id, or all but this one. Somebody else's id ends nothing. */
export async function endSessions(ctx: Ctx, input: { sessionId: string } | 'others'): Promise<void> {
  const { actor } = ctx;
  if (!actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const which = input === 'others' ? { allBut: actor.sessionId } : { only: input.sessionId };
  await closeSessions(ctx, actor.accountId, which);
}
