import { type Ctx, inTransaction } from '~/platform/context';
import { listCurrentIds } from './data/courses.server';
import { indexCourse } from './data/index-course.server';
import { indexTheme } from './data/index-theme.server';
import { listThemes } from './data/themes.server';

/** Writes every current version and every methodology into the search index anew, one transaction for each. */
export async function reindexCourses(ctx: Ctx): Promise<void> {
  for (const versionId of await listCurrentIds(ctx.db))
    await inTransaction(ctx, (tx) => indexCourse(tx, { versionId }));
  for (const { slug } of await listThemes(ctx.db)) await inTransaction(ctx, (tx) => indexTheme(tx, { slug }));
}
