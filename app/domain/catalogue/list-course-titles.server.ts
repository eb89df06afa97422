import { type LocalizedText, readText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import { listTitles } from './data/courses.server';

export type CourseTitle = {
  id: string;
  title: LocalizedText;
  /** The live condition that whoever completes it has; null: none. */
  component: string | null;
  /** Null where nothing is asked. */
  quiz: { passPercent: number } | null;
};

/** So many courses are offered where one is chosen from all. */
const MOST = 500;

/**
 * Ids, titles, components and pass marks of current versions by course address; unknown addresses are left out. Without `slugs` all courses, in
 * the order of their addresses, at most 500.
 */
export async function listCourseTitles(
  ctx: Ctx,
  { slugs }: { slugs?: readonly string[] } = {},
): Promise<Map<string, CourseTitle>> {
  if (slugs?.length === 0) return new Map();
  const rows = await listTitles(ctx.db, slugs ?? null, MOST);
  return new Map(
    rows.map(({ course, title, component, passPercent, _count }) => [
      course.slug,
      {
        id: course.id,
        title: readText(title),
        component,
        quiz: _count.questions > 0 ? { passPercent } : null,
      },
    ]),
  );
}
