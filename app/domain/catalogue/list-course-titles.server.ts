import { type LocalizedText, readText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import { listTitles } from './data/courses.server';

/** Titles of current versions by course address; unknown addresses are left out. */
export async function listCourseTitles(
  ctx: Ctx,
  { slugs }: { slugs: readonly string[] },
): Promise<Map<string, LocalizedText>> {
  if (slugs.length === 0) return new Map();
  const rows = await listTitles(ctx.db, slugs);
  return new Map(rows.map((row) => [row.course.slug, readText(row.title)]));
}
