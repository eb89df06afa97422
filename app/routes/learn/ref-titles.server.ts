import type { Finding } from '~/domain/applications/types';
import { listCourseTitles } from '~/domain/catalogue/list-course-titles.server';
import type { Sentence } from '~/domain/frameworks/types';
import type { LocalizedText } from '~/i18n/content';
import type { LoadArgs } from '~/web/handlers.server';

type Named = { slug: string; name: LocalizedText };

export const refsOfFindings = (findings: readonly Finding[]): string[] =>
  findings.flatMap(({ ref, of }) => [...(ref ? [ref] : []), ...refsOfFindings(of)]);

export const refsOfSentences = (sentences: readonly Sentence[]): string[] =>
  sentences.flatMap(({ ref, of }) => [...(ref ? [ref] : []), ...refsOfSentences(of ?? [])]);

/** Names of what refs point to: `course:<slug>` (with or without version), `level:<slug>`, `practical:<slug>`. */
export async function refTitles(
  ctx: LoadArgs['ctx'],
  refs: readonly string[],
  levels: readonly Named[],
): Promise<Record<string, LocalizedText>> {
  const slugOf = (ref: string) => (ref.split(':')[1] ?? '').replace(/@.*$/, '');
  const courses = [...new Set(refs)].filter((ref) => ref.startsWith('course:'));
  const found = await listCourseTitles(ctx, { slugs: [...new Set(courses.map(slugOf))] });
  const titles: Record<string, LocalizedText> = {};
  for (const { slug, name } of levels) {
    titles[`level:${slug}`] = name;
    titles[`practical:${slug}`] = name;
  }
  for (const ref of courses) {
    const course = found.get(slugOf(ref));
    if (course) titles[ref] = course.title;
  }
  return titles;
}
