import type { Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import { type CreateCourseInput, lessonKind } from '../inputs';
import type { LessonMaterial } from '../rules/open-for-enrolment';

export const findCourseBySlug = (db: Db, slug: string) => db.course.findUnique({ where: { slug } });

const CURRENT = { publishedAt: { not: null }, supersededAt: null };

export async function listCurrentIds(db: Db): Promise<string[]> {
  const rows = await db.courseVersion.findMany({
    where: CURRENT,
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id }) => id);
}

export const findCurrentVersion = (db: Db, courseSlug: string) =>
  db.courseVersion.findFirst({
    where: { course: { slug: courseSlug }, ...CURRENT },
    include: { course: true },
  });

export const listTitles = (db: Db, slugs: readonly string[] | null, take: number) =>
  db.courseVersion.findMany({
    where: { ...(slugs ? { course: { slug: { in: [...slugs] } } } : {}), ...CURRENT },
    select: {
      title: true,
      component: true,
      passPercent: true,
      course: { select: { id: true, slug: true } },
      _count: { select: { questions: true } },
    },
    orderBy: { course: { slug: 'asc' } },
    take,
  });

export const findVersion = (db: Db, versionId: string) =>
  db.courseVersion.findUnique({ where: { id: versionId }, include: { course: true } });

export const listLessons = (db: Db, versionIds: readonly string[]) =>
  db.lesson.findMany({
    where: { versionId: { in: [...versionIds] } },
    orderBy: [{ versionId: 'asc' }, { position: 'asc' }],
  });

export const findLesson = (db: Db, id: string) =>
  db.lesson.findUnique({
    where: { id },
    select: { versionId: true, version: { select: { publishedAt: true } } },
  });

type LessonRow = Awaited<ReturnType<typeof listLessons>>[number];

/** What of a lesson decides whether it can be studied. */
export const materialOf = (lesson: LessonRow): LessonMaterial => ({
  kind: lessonKind.parse(lesson.kind),
  hasBody: lesson.body !== null,
  hasChecklist: lesson.checklist !== null,
  hasRecording: lesson.recordingId !== null,
});

export const listModules = (db: Db, versionId: string) =>
  db.module.findMany({ where: { versionId }, orderBy: { position: 'asc' } });

export const listQuestions = (db: Db, versionId: string) =>
  db.question.findMany({ where: { versionId }, orderBy: { position: 'asc' } });

export const listPrerequisites = (db: Db, versionId: string) =>
  db.coursePrerequisite.findMany({
    where: { versionId },
    include: { course: true },
    orderBy: { course: { slug: 'asc' } },
  });

export type NewVersion = Omit<
  CreateCourseInput,
  'slug' | 'organisationId' | 'modules' | 'questions' | 'prerequisites'
> & {
  id: string;
  courseId: string;
  number: number;
  createdAt: Date;
};

export const insertCourse = (
  db: Db,
  row: { id: string; slug: string; organisationId: string; createdAt: Date },
) => db.course.create({ data: row });

export const insertVersion = (db: Db, row: NewVersion) => db.courseVersion.create({ data: row });

/** Supersedes the current version and publishes this one; false when it was published before. */
export async function publish(db: Db, version: { id: string; courseId: string }, at: Date): Promise<boolean> {
  const [open] = await db.$queryRaw<{ id: string }[]>(
    Prisma.sql`SELECT id FROM course_version WHERE id = ${version.id}::uuid AND published_at IS NULL FOR UPDATE`,
  );
  if (!open) return false;
  await db.courseVersion.updateMany({
    where: { courseId: version.courseId, ...CURRENT },
    data: { supersededAt: at },
  });
  await db.courseVersion.update({ where: { id: version.id }, data: { publishedAt: at } });
  return true;
}
