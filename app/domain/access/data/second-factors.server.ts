import type { Ctx } from '~/platform/context';
import { Prisma } from '~/platform/db/client';

export const SECRET_PURPOSE = 'second-factor';

export type StoredFactor = { secret: string; confirmed: boolean };

/** The secret in clear; null when none is set up. */
export async function findFactor(ctx: Ctx, accountId: string): Promise<StoredFactor | null> {
  const row = await ctx.db.secondFactor.findUnique({ where: { accountId } });
  if (!row) return null;
  return { secret: ctx.secrets.decrypt(SECRET_PURPOSE, row.secret), confirmed: row.confirmedAt !== null };
}

export const hasConfirmedFactor = async (ctx: Ctx, accountId: string): Promise<boolean> =>
  (await ctx.db.secondFactor.count({ where: { accountId, confirmedAt: { not: null } } })) === 1;

/** Replaces a secret that was never confirmed; false when a confirmed one stands. */
export async function storeFactor(tx: Ctx, accountId: string, secret: string): Promise<boolean> {
  const sealed = tx.secrets.encrypt(SECRET_PURPOSE, secret);
  const changed = await tx.db.$executeRaw(Prisma.sql`
    INSERT INTO second_factor (account_id, secret, created_at) VALUES (${accountId}::uuid, ${sealed}, ${tx.clock.now()})
    ON CONFLICT (account_id) DO UPDATE SET secret = excluded.secret, created_at = excluded.created_at
    WHERE second_factor.confirmed_at IS NULL`);
  return changed === 1;
}

/** Uses a time step up, and confirms the factor with its first one; false when this step or a later one was used before. */
export async function takeStep(tx: Ctx, accountId: string, step: number): Promise<boolean> {
  const taken = await tx.db.$executeRaw(Prisma.sql`
    UPDATE second_factor SET last_step = ${step}::bigint, confirmed_at = coalesce(confirmed_at, ${tx.clock.now()})
    WHERE account_id = ${accountId}::uuid AND (last_step IS NULL OR last_step < ${step}::bigint)`);
  return taken === 1;
}

export const deleteFactor = (tx: Ctx, accountId: string) =>
  tx.db.secondFactor.deleteMany({ where: { accountId } });
