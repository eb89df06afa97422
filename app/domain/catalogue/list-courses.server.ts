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
  const found: ListedCourse[] = [];
  let after = input.after ?? null;
  do {
    const batch = await loadBatch(ctx, input, after);
    found.push(...batch.courses.filter((course) => input.open !== '1' || course.isOpen));
    after = batch.next;
  } while (after !== null && found.length <= PAGE);
  const courses = found.slice(0, PAGE);
  const hasMore = found.length > PAGE || after !== null;
  return {
    courses,
    total: await countCurrent(ctx.db),
    next: hasMore ? (courses.at(-1)?.slug ?? null) : null,
  };
}

/** Whether a course is open is computed from its lessons, so the filter runs over batches until a page is full. */
async function loadBatch(ctx: Ctx, input: ListCoursesInput, after: string | null) {
  const rows = await listCurrent(ctx.db, {
    words: queryWords(input.q),
    level: input.level,
    mandatory: input.mandatory === '1',
    after,
    take: PAGE + 1,
  });
  const lessons = await listLessons(
    ctx.db,
    rows.map((row) => row.versionId),
  );
  const courses = rows.map((row) =>
    toListed(
      row,
      lessons.filter((lesson) => lesson.versionId === row.versionId),
    ),
  );
  return { courses, next: rows.length > PAGE ? (rows.at(-1)?.slug ?? null) : null };
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
