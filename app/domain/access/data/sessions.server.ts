import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from 'lucia';
import type { Ctx } from '~/platform/context';
import { sha256 } from '~/platform/secrets.server';

type Facts = { createdAt: Date; lastSeenAt: Date; secondFactorAt: Date | null; device: string };

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<Facts>;
    UserId: string;
    DatabaseSessionAttributes: Facts;
  }
}

const LIFE_DAYS = 30;
/** A password was right, the second factor is still awaited. */
const PENDING_MINUTES = 10;
const SEEN_EVERY_MS = 60_000;
const TOKEN = /^[a-z2-7]{40}$/;

type Row = Facts & { id: string; accountId: string; expiresAt: Date };

const SESSION = {
  name: 'session-by-id',
  text: `
    SELECT s.id, s.account_id AS "accountId", s.created_at AS "createdAt", s.last_seen_at AS "lastSeenAt",
      s.expires_at AS "expiresAt", s.second_factor_at AS "secondFactorAt", s.device
    FROM session s LEFT JOIN second_factor f ON f.account_id = s.account_id AND f.confirmed_at IS NOT NULL
    WHERE s.id = $1 AND (f.account_id IS NOT NULL AND s.second_factor_at IS NULL) = $2`,
};

/** Sessions that wait for a second factor are found only by `findPendingSession`. */
const selectSession = ({ query }: Ctx, id: string, pending: boolean) => query<Row>(SESSION, [id, pending]);

/**
 * Lucia on our table. The database holds the token's hash only. Lucia reads the system's clock, use cases the context's;
 * times are shifted by the difference, which is nothing outside tests.
 */
function adapterOn(ctx: Ctx): Adapter {
  const shift = (moment: Date, sign: 1 | -1) =>
    new Date(moment.getTime() + sign * (Date.now() - ctx.clock.now().getTime()));
  const toLucia = (row: Row, token: string): DatabaseSession => {
    const { id: _id, accountId, expiresAt, ...attributes } = row;
    return { id: token, userId: accountId, expiresAt: shift(expiresAt, 1), attributes };
  };
  return {
    async getSessionAndUser(token) {
      const [row] = await selectSession(ctx, sha256(token), false);
      return row ? [toLucia(row, token), { id: row.accountId, attributes: {} }] : [null, null];
    },
    getUserSessions: async () => [],
    async setSession({ id, userId, expiresAt, attributes }) {
      const row = { id: sha256(id), accountId: userId, expiresAt: shift(expiresAt, -1) };
      await ctx.db.session.create({ data: { ...row, ...attributes } });
    },
    async updateSessionExpiration(token, expiresAt) {
      await ctx.db.session.updateMany({
        where: { id: sha256(token) },
        data: { expiresAt: shift(expiresAt, -1) },
      });
    },
    async deleteSession(token) {
      await ctx.db.session.deleteMany({ where: { id: sha256(token) } });
    },
    async deleteUserSessions(accountId) {
      await ctx.db.session.deleteMany({ where: { accountId } });
    },
    async deleteExpiredSessions() {
      await ctx.db.session.deleteMany({ where: { expiresAt: { lte: ctx.clock.now() } } });
    },
  };
}

const luciaOn = (ctx: Ctx) =>
  new Lucia<Facts>(adapterOn(ctx), {
    sessionExpiresIn: new TimeSpan(LIFE_DAYS, 'd'),
    getSessionAttributes: (facts) => facts,
  });

export type LiveSession = { id: string; accountId: string; secondFactorAt: Date | null };

/** The session of a token; null for a wrong, ended or pending one. Extends it, and notes once a minute that it was seen. */
export async function findSession(ctx: Ctx, token: string): Promise<LiveSession | null> {
  if (!TOKEN.test(token)) return null;
  const { session } = await luciaOn(ctx).validateSession(token);
  if (!session) return null;
  const id = sha256(token);
  const now = ctx.clock.now();
  if (now.getTime() - session.lastSeenAt.getTime() >= SEEN_EVERY_MS) {
    await ctx.db.session.updateMany({ where: { id }, data: { lastSeenAt: now } });
  }
  return { id, accountId: session.userId, secondFactorAt: session.secondFactorAt };
}

/** The session of a token that waits for the second factor; null for every other. */
export async function findPendingSession(
  ctx: Ctx,
  token: string,
): Promise<{ id: string; accountId: string; device: string } | null> {
  if (!TOKEN.test(token)) return null;
  const [row] = await selectSession(ctx, sha256(token), true);
  return row && row.expiresAt > ctx.clock.now() ? row : null;
}

type NewSession = { accountId: string; device: string; secondFactorAt: Date | null; pending: boolean };

/** Opens a session and answers its token. Clears away sessions whose time is over. */
export async function openSession(
  ctx: Ctx,
  { accountId, device, secondFactorAt, pending }: NewSession,
): Promise<string> {
  const now = ctx.clock.now();
  const lucia = luciaOn(ctx);
  const session = await lucia.createSession(accountId, {
    createdAt: now,
    lastSeenAt: now,
    secondFactorAt,
    device,
  });
  if (pending) {
    const expiresAt = new Date(now.getTime() + PENDING_MINUTES * 60_000);
    await ctx.db.session.update({ where: { id: sha256(session.id) }, data: { expiresAt } });
  }
  await lucia.deleteExpiredSessions();
  return session.id;
}

export const closeSession = (ctx: Ctx, token: string): Promise<void> => luciaOn(ctx).invalidateSession(token);

export const closeAllSessions = (ctx: Ctx, accountId: string): Promise<void> =>
  luciaOn(ctx).invalidateUserSessions(accountId);

/** The account's open sessions, last seen first. */
export const selectSessions = ({ db, clock }: Ctx, accountId: string) =>
  db.session.findMany({
    where: { accountId, expiresAt: { gt: clock.now() } },
    orderBy: [{ lastSeenAt: 'desc' }, { id: 'asc' }],
  });

/** Ends one session of the account by its id, or every one but that. Answers how many ended. */
export async function closeSessions(
  ctx: Ctx,
  accountId: string,
  which: { only: string } | { allBut: string },
): Promise<number> {
  const id = 'only' in which ? which.only : { not: which.allBut };
  const { count } = await ctx.db.session.deleteMany({ where: { accountId, id } });
  return count;
}

export const markSecondFactor = (tx: Ctx, sessionId: string) =>
  tx.db.session.updateMany({ where: { id: sessionId }, data: { secondFactorAt: tx.clock.now() } });
