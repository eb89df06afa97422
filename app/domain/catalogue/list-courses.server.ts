import { type LocalizedText, readText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import { countCurrent, type ListedRow, listCurrent, listLessons, materialOf } from './data/courses.server';
import type { ListCoursesInput } from './inputs';
import { isOpenForEnrolment } from './rules/open-for-enrolment';
import { queryWords } from './rules/search-text';

export type ListedCourse = {
  slug: string;
  title: LocalizedText;
  summary: LocalizedText;
  credit: LocalizedText;
  level: number;
  hours: number;
  points: number;
  mandatory: boolean;
  validityMonths: number | null;
  lessons: number;
  isOpen: boolean;
  recordingIds: readonly string[];
};

export type CoursePage = { courses: ListedCourse[]; total: number; next: string | null };

const PAGE = 24;

/** Public courses by address, filtered, one page after `after`. `total` counts all courses, filtered or not. */
export async function listCourses(ctx: Ctx, input: ListCoursesInput): Promise<CoursePage> {
  const rows = await listCurrent(ctx.db, {
    words: queryWords(input.q),
    level: input.level,
    mandatory: input.mandatory === '1',
    after: input.after ?? null,
    take: PAGE + 1,
  });
  const shown = rows.slice(0, PAGE);
  const lessons = await listLessons(
    ctx.db,
    shown.map((row) => row.versionId),
  );
  const courses = shown.map((row) =>
    toListed(
      row,
      lessons.filter((lesson) => lesson.versionId === row.versionId),
    ),
  );
  return {
    courses: input.open === '1' ? courses.filter((course) => course.isOpen) : courses,
    total: await countCurrent(ctx.db),
    next: rows.length > PAGE ? (shown.at(-1)?.slug ?? null) : null,
  };
}

type LessonRow = Awaited<ReturnType<typeof listLessons>>[number];

function toListed(row: ListedRow, lessons: readonly LessonRow[]): ListedCourse {
  return {
    slug: row.slug,
    title: readText(row.title),
    summary: readText(row.summary),
    credit: readText(row.credit),
    level: row.level,
    hours: row.hours,
    points: row.points,
    mandatory: row.mandatory,
    validityMonths: row.validityMonths,
    lessons: lessons.length,
    isOpen: isOpenForEnrolment(lessons.map(materialOf)),
    recordingIds: lessons.flatMap((lesson) => (lesson.recordingId ? [lesson.recordingId] : [])),
  };
}
