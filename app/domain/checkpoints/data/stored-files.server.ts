import { buffer } from 'node:stream/consumers';
import type { Ctx } from '~/platform/context';
import type { LocalDate } from '~/platform/local-date';
import { readCheckpoint } from '../rules/checkpoint-file';
import type { Trusted } from '../rules/sort-kept';
import { findByDay } from './checkpoints.server';

/** This installation's own file of a day, if it is still the one with that SHA-256. */
export async function readPrevious(
  ctx: Ctx,
  { day, sha256 }: { day: LocalDate; sha256: string },
): Promise<Trusted | null> {
  const row = await findByDay(ctx.db, day);
  if (!row || !(await ctx.storage.find(row.storageKey))) return null;
  const content = readCheckpoint(await buffer(ctx.storage.read(row.storageKey)));
  return content?.sha256 === sha256 ? { file: row.storageKey, content } : null;
}
