import type { Ctx } from '~/platform/context';
import { findCurrentVersion as findRow } from './data/courses.server';

/** Ids of a course and its current published version by the course's address, or null. */
export async function findCurrentVersion(
  ctx: Ctx,
  { slug }: { slug: string },
): Promise<{ courseId: string; versionId: string; number: number } | null> {
  const row = await findRow(ctx.db, slug);
  return row && { courseId: row.courseId, versionId: row.id, number: row.number };
}
