import type { Ctx } from '~/platform/context';
import { findCode } from './data/codes.server';

/** Whether the code may still set a password. */
export async function findResetCode(ctx: Ctx, input: { code: string }): Promise<{ usable: boolean }> {
  const found = await findCode(ctx, 'reset-password', input.code);
  return { usable: found !== null && !found.expired && found.usedAt === null };
}
