import { type Ctx, inTransaction } from '~/platform/context';
import { listCurrentIds } from './data/courses.server';
import { indexCourse } from './index-course.server';

/** Writes every current version into the search index anew, one transaction for each course. */
export async function reindexCourses(ctx: Ctx): Promise<void> {
  for (const versionId of await listCurrentIds(ctx.db))
    await inTransaction(ctx, (tx) => indexCourse(tx, { versionId }));
}
