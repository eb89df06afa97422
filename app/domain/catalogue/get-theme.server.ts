import { z } from 'zod';
import { type LocalizedText, readText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { findTheme, listCoursesOfTheme, listLessonsByAddress } from './data/themes.server';
import { type LessonKind, lessonKind, type Source, source } from './inputs';

export type ThemeLesson = {
  course: string;
  slug: string;
  title: LocalizedText;
  kind: LessonKind;
  minutes: number;
  recordingId: string | null;
};

export type ThemePage = {
  slug: string;
  title: LocalizedText;
  summary: LocalizedText;
  essay: LocalizedText;
  sources: Source[];
  techniqueIds: string[];
  /** Addresses of its public courses. */
  courses: string[];
  lessons: ThemeLesson[];
};

/** A methodology with what belongs to it; lessons that are gone from their course are left out. Throws not-found. */
export async function getTheme(ctx: Ctx, { slug }: { slug: string }): Promise<ThemePage> {
  const theme = await findTheme(ctx.db, slug);
  if (!theme) throw new DomainError('not-found', 'catalogue.no-such-theme');
  const [courses, lessons] = await Promise.all([
    listCoursesOfTheme(ctx.db, theme.id),
    loadLessons(ctx, theme.lessonRefs),
  ]);
  return {
    slug,
    title: readText(theme.title),
    summary: readText(theme.summary),
    essay: readText(theme.essay),
    sources: z.array(source).parse(theme.sources),
    techniqueIds: theme.techniqueIds,
    courses,
    lessons,
  };
}

/** In the order of the references. */
async function loadLessons(ctx: Ctx, refs: readonly string[]): Promise<ThemeLesson[]> {
  if (refs.length === 0) return [];
  const addresses = refs.map((ref) => {
    const [course = '', lesson = ''] = ref.split('/');
    return { course, lesson };
  });
  const rows = await listLessonsByAddress(ctx.db, addresses);
  return addresses.flatMap(({ course, lesson }) => {
    const row = rows.find((each) => each.slug === lesson && each.version.course.slug === course);
    if (!row) return [];
    const { title, kind, minutes, recordingId } = row;
    return {
      course,
      slug: lesson,
      title: readText(title),
      kind: lessonKind.parse(kind),
      minutes,
      recordingId,
    };
  });
}
