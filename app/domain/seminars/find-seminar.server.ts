import type { Ctx } from '~/platform/context';
import { findSeminarBySlug } from './data/seminars.server';

/** The id of a seminar by its address, whether published or not; null when there is none. */
export async function findSeminar(
  ctx: Ctx,
  { slug }: { slug: string },
): Promise<{ seminarId: string } | null> {
  const row = await findSeminarBySlug(ctx.db, slug);
  return row && { seminarId: row.id };
}
