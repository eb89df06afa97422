import { findPerson } from '~/domain/people/find-person.server';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { newestCode } from './data/codes.server';
import { findFactor } from './data/second-factors.server';
import { selectSessions } from './data/sessions.server';
import { needsSecondFactor } from './rules/guarded-roles';

export type ListedSession = {
  id: string;
  /** Such as 'Chrome · Android'; '' when the browser did not tell. */
  device: string;
  createdAt: Date;
  lastSeenAt: Date;
  isThis: boolean;
};

export type Access = {
  /** Open sessions: this one first, then the last seen. */
  sessions: readonly ListedSession[];
  /** `waiting`: set up, but its first code was never given. */
  secondFactor: 'off' | 'waiting' | 'on';
  /** Whether some of the actor's roles do not work without one. */
  isFactorNeeded: boolean;
  /** A new address whose link was mailed and not used yet; null when none waits. */
  waitingEmail: string | null;
};

/**
 * How somebody gets in: sessions, second factor, an address that waits. Of the actor, unless `accountId` names somebody
 * else: then the caller has checked who asks.
 */
export async function getAccess(ctx: Ctx, input: { accountId?: string } = {}): Promise<Access> {
  const { actor } = ctx;
  const accountId = input.accountId ?? actor?.accountId;
  if (!accountId) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const [rows, factor, person, newest] = await Promise.all([
    selectSessions(ctx, accountId),
    findFactor(ctx, accountId),
    findPerson(ctx, { accountId }),
    newestCode(ctx, accountId, 'confirm-email'),
  ]);
  const sessions = rows.map(({ id, device, createdAt, lastSeenAt }) => {
    return { id, device, createdAt, lastSeenAt, isThis: id === actor?.sessionId };
  });
  const waiting = newest?.isOpen ? newest.email : null;
  return {
    sessions: sessions.sort((a, b) => Number(b.isThis) - Number(a.isThis)),
    secondFactor: factor === null ? 'off' : factor.confirmed ? 'on' : 'waiting',
    isFactorNeeded: needsSecondFactor(person?.grants ?? [], ctx.config.demo),
    waitingEmail: waiting === person?.account?.email ? null : waiting,
  };
}
