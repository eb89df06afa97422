import type { Ctx } from '~/platform/context';
import { findLesson as findRow } from './data/courses.server';

/** Which version a lesson belongs to; null for an unknown lesson or an unpublished version. */
export async function findLesson(
  ctx: Ctx,
  { lessonId }: { lessonId: string },
): Promise<{ versionId: string } | null> {
  const row = await findRow(ctx.db, lessonId);
  return row?.version.publishedAt ? { versionId: row.versionId } : null;
}
