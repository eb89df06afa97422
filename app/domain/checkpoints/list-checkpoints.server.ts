import type { Ctx } from '~/platform/context';
import type { LocalDate } from '~/platform/local-date';
import { listByDay } from './data/checkpoints.server';
import type { Checkpoint } from './types';

/** Published checkpoints, newest first; `next` is the day before which the next page begins. They are public. */
export async function listCheckpoints(
  ctx: Ctx,
  { before, take }: { before: LocalDate | null; take: number },
): Promise<{ checkpoints: Checkpoint[]; next: LocalDate | null }> {
  const rows = await listByDay(ctx.db, { before, take: take + 1 });
  const checkpoints = rows.slice(0, take);
  return { checkpoints, next: rows.length > take ? (checkpoints.at(-1)?.day ?? null) : null };
}
