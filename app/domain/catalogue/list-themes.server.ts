import { type LocalizedText, readText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import { countCoursesByTheme, listThemes as listRows } from './data/themes.server';

export type ListedTheme = { slug: string; title: LocalizedText; summary: LocalizedText; courses: number };

/** All methodologies in their order, with the number of public courses in each. */
export async function listThemes(ctx: Ctx): Promise<ListedTheme[]> {
  const [themes, counts] = await Promise.all([listRows(ctx.db), countCoursesByTheme(ctx.db)]);
  return themes.map(({ id, slug, title, summary }) => ({
    slug,
    title: readText(title),
    summary: readText(summary),
    courses: counts.get(id) ?? 0,
  }));
}
