import type { Db } from '~/platform/context';
import type { Prisma } from '~/platform/db/client';

export const findTheme = (db: Db, slug: string) => db.theme.findUnique({ where: { slug } });

export const listThemes = (db: Db) => db.theme.findMany({ orderBy: [{ position: 'asc' }, { slug: 'asc' }] });

export const listThemeIds = (db: Db, slugs: readonly string[]) =>
  db.theme.findMany({ where: { slug: { in: [...slugs] } }, select: { id: true, slug: true } });

export const insertTheme = (db: Db, data: Prisma.ThemeCreateInput) => db.theme.create({ data });

const CURRENT = { publishedAt: { not: null }, supersededAt: null };

/** Addresses of the public courses of a theme, the easier first. */
export async function listCoursesOfTheme(db: Db, themeId: string): Promise<string[]> {
  const rows = await db.courseVersion.findMany({
    where: { ...CURRENT, course: { themes: { some: { themeId } } } },
    select: { course: { select: { slug: true } } },
    orderBy: [{ level: 'asc' }, { courseId: 'asc' }],
  });
  return rows.map(({ course }) => course.slug);
}

/** How many public courses each theme has, by theme id. */
export async function countCoursesByTheme(db: Db): Promise<Map<string, number>> {
  const rows = await db.courseTheme.groupBy({
    by: ['themeId'],
    where: { course: { versions: { some: CURRENT } } },
    _count: { courseId: true },
  });
  return new Map(rows.map(({ themeId, _count }) => [themeId, _count.courseId]));
}

/** Lessons of current versions by the addresses of course and lesson. */
export const listLessonsByAddress = (db: Db, addresses: readonly { course: string; lesson: string }[]) =>
  db.lesson.findMany({
    where: {
      OR: addresses.map(({ course, lesson }) => ({
        slug: lesson,
        version: { ...CURRENT, course: { slug: course } },
      })),
    },
    select: {
      slug: true,
      title: true,
      kind: true,
      minutes: true,
      recordingId: true,
      version: { select: { course: { select: { slug: true } } } },
    },
  });

export async function replaceThemesOfCourse(
  db: Db,
  courseId: string,
  themeIds: readonly string[],
): Promise<void> {
  await db.courseTheme.deleteMany({ where: { courseId } });
  await db.courseTheme.createMany({ data: themeIds.map((themeId) => ({ courseId, themeId })) });
}

export type Classification = { ageGroups: string[]; techniqueIds: string[]; termIds: string[] };

export const writeClassification = (db: Db, courseId: string, data: Classification) =>
  db.course.update({ where: { id: courseId }, data });

/** Themes of a course in their order. */
export const listThemesOfCourse = (db: Db, courseId: string) =>
  db.theme.findMany({
    where: { courses: { some: { courseId } } },
    select: { slug: true, title: true },
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
  });
