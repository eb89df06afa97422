import type { Ctx } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import { newId } from '~/platform/ids';
import { codeHash } from '../rules/one-time-codes';

export type CodeKind = 'confirm-email' | 'reset-password';

/** Stores a new code; earlier unused ones of the same kind stop working. */
export async function storeCode(
  tx: Ctx,
  facts: { accountId: string; kind: CodeKind; code: string; minutes: number; email?: string },
): Promise<void> {
  const { accountId, kind, code, minutes, email = null } = facts;
  const now = tx.clock.now();
  await tx.db.oneTimeCode.deleteMany({ where: { accountId, kind, usedAt: null } });
  await tx.db.oneTimeCode.create({
    data: {
      id: newId(),
      accountId,
      kind,
      hash: codeHash(code),
      email,
      createdAt: now,
      expiresAt: new Date(now.getTime() + minutes * 60_000),
    },
  });
}

/** `email`: the address that the code proves; null for other kinds. */
type Taken = { accountId: string; email: string | null };
type Found = Taken & { id: string; usedAt: Date | null; expired: boolean };

/** A code that was once given out, used and expired ones too. */
export async function findCode(ctx: Ctx, kind: CodeKind, code: string): Promise<Found | null> {
  const row = await ctx.db.oneTimeCode.findUnique({ where: { hash: codeHash(code) } });
  if (!row || row.kind !== kind) return null;
  return {
    id: row.id,
    accountId: row.accountId,
    email: row.email,
    usedAt: row.usedAt,
    expired: row.expiresAt <= ctx.clock.now(),
  };
}

/** Uses the code up; null when it is unknown, expired, or was used by somebody a moment before. */
export async function takeCode(tx: Ctx, kind: CodeKind, code: string): Promise<Taken | null> {
  const now = tx.clock.now();
  const [row] = await tx.db.$queryRaw<Taken[]>(Prisma.sql`
    UPDATE one_time_code SET used_at = ${now}
    WHERE hash = ${codeHash(code)} AND kind = ${kind} AND used_at IS NULL AND expires_at > ${now}
    RETURNING account_id AS "accountId", email`);
  return row ?? null;
}

export type NewestCode = { email: string | null; createdAt: Date; isOpen: boolean };

/** The account's newest code of a kind, `isOpen` while it still works; null without any. */
export async function newestCode(ctx: Ctx, accountId: string, kind: CodeKind): Promise<NewestCode | null> {
  const row = await ctx.db.oneTimeCode.findFirst({
    where: { accountId, kind },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  if (!row) return null;
  const isOpen = row.usedAt === null && row.expiresAt > ctx.clock.now();
  return { email: row.email, createdAt: row.createdAt, isOpen };
}

/** A new password stops a change of the address to any other than `email`: somebody else may have asked for it. */
export const dropEmailChange = (tx: Ctx, accountId: string, email: string | null) =>
  tx.db.oneTimeCode.deleteMany({
    where: { accountId, kind: 'confirm-email', usedAt: null, email: { not: email } },
  });
