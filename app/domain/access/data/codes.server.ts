import type { Ctx } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import { newId } from '~/platform/ids';
import { codeHash } from '../rules/one-time-codes';

export type CodeKind = 'confirm-email' | 'reset-password';

/** Stores a new code; earlier unused ones of the same kind stop working. */
export async function storeCode(
  tx: Ctx,
  facts: { accountId: string; kind: CodeKind; code: string; minutes: number },
): Promise<void> {
  const { accountId, kind, code, minutes } = facts;
  const now = tx.clock.now();
  await tx.db.oneTimeCode.deleteMany({ where: { accountId, kind, usedAt: null } });
  await tx.db.oneTimeCode.create({
    data: {
      id: newId(),
      accountId,
      kind,
      hash: codeHash(code),
      createdAt: now,
      expiresAt: new Date(now.getTime() + minutes * 60_000),
    },
  });
}

type Found = { id: string; accountId: string; usedAt: Date | null; expired: boolean };

/** A code that was once given out, used and expired ones too. */
export async function findCode(ctx: Ctx, kind: CodeKind, code: string): Promise<Found | null> {
  const row = await ctx.db.oneTimeCode.findUnique({ where: { hash: codeHash(code) } });
  if (!row || row.kind !== kind) return null;
  return {
    id: row.id,
    accountId: row.accountId,
    usedAt: row.usedAt,
    expired: row.expiresAt <= ctx.clock.now(),
  };
}

/** Uses the code up; null when it is unknown, expired, or was used by somebody a moment before. */
export async function takeCode(tx: Ctx, kind: CodeKind, code: string): Promise<{ accountId: string } | null> {
  const now = tx.clock.now();
  const [row] = await tx.db.$queryRaw<{ accountId: string }[]>(Prisma.sql`
    UPDATE one_time_code SET used_at = ${now}
    WHERE hash = ${codeHash(code)} AND kind = ${kind} AND used_at IS NULL AND expires_at > ${now}
    RETURNING account_id AS "accountId"`);
  return row ?? null;
}

/** When the account's newest code of a kind was made; null without any. */
export async function lastCodeAt(ctx: Ctx, accountId: string, kind: CodeKind): Promise<Date | null> {
  const row = await ctx.db.oneTimeCode.findFirst({
    where: { accountId, kind },
    orderBy: { createdAt: 'desc' },
  });
  return row?.createdAt ?? null;
}
