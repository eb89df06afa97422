import { hash, verify } from '@node-rs/argon2';
import type { Ctx } from '~/platform/context';
import { Prisma } from '~/platform/db/client';

/** argon2id (the library's default) with OWASP's smallest recommended cost: 19 MiB, 2 passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), COST);

let decoy: Promise<string> | null = null;

/** Whether the password is the account's. Without an account the same work is done, so that the time tells nothing. */
export async function isPasswordOf(ctx: Ctx, accountId: string | null, password: string): Promise<boolean> {
  const stored = accountId === null ? null : await ctx.db.password.findUnique({ where: { accountId } });
  decoy ??= hashPassword('nobody has this password');
  const matches = await verify(stored?.hash ?? (await decoy), password.normalize('NFKC'));
  return matches && stored !== null;
}

export async function storePassword(tx: Ctx, accountId: string, passwordHash: string): Promise<void> {
  const row = { hash: passwordHash, changedAt: tx.clock.now() };
  await tx.db.password.upsert({ where: { accountId }, create: { accountId, ...row }, update: row });
}

/** Serialises what one account asks for with its password. */
export async function lockPassword(tx: Ctx, accountId: string): Promise<void> {
  await tx.db.$queryRaw(Prisma.sql`SELECT 1 FROM password WHERE account_id = ${accountId}::uuid FOR UPDATE`);
}
