import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { listRequestsOf } from './data/requests.server';
import { forCoach, requestState } from './rules/state';
import type { OwnRequest } from './types';

/** What the signed-in coach asked, of one level where it is given, newest first, with what the office answered. */
export async function listOwnRequests(ctx: Ctx, of: { levelId?: string } = {}): Promise<OwnRequest[]> {
  if (!ctx.actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const rows = await listRequestsOf(ctx.db, { personId: ctx.actor.personId, ...of });
  return rows.map(forCoach).map((row) => ({ ...row, state: requestState(row.acts) }));
}
