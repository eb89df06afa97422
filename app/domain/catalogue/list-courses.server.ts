import { type LocalizedText, readText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import { findThingIds } from '~/platform/search/find-documents.server';
import {
  type Choice,
  type Conditions,
  condition,
  countCurrent,
  type ListedRow,
  listCurrent,
} from './data/course-list.server';
import { listLessons, materialOf } from './data/courses.server';
import { AGE_GROUPS, type AgeGroup, LENGTHS, LEVELS, type ListCoursesInput } from './inputs';
import type { Facet } from './rules/facets';
import { isOpenForEnrolment } from './rules/open-for-enrolment';

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
  ageGroups: AgeGroup[];
  lessons: number;
  isOpen: boolean;
  recordingIds: readonly string[];
};

export type CoursePage = {
  courses: ListedCourse[];
  /** All courses of the catalogue, found or not. */
  total: number;
  /** All that the filter finds, on this page or another. */
  found: number;
  /** What a choice would find beside the other filters, by 'level:2', 'theme:kata', 'age:school', 'length:short' … */
  choices: Map<string, number>;
  /** What leaving a filter in force out would find. */
  without: Map<Facet, number>;
  next: string | null;
};

/**
 * `recordings`: those that speak, or are captioned in, the language of the filters `audio` and `captions`.
 * `themes`: addresses of the themes whose choices are counted.
 */
export type ListCourses = ListCoursesInput & {
  recordings?: { audio?: readonly string[] | undefined; captions?: readonly string[] | undefined };
  themes?: readonly string[];
};

const PAGE = 12;

/** Courses beyond the first few hundred that meet the words are not listed. */
const RANKED = { kind: 'course', take: 500 } as const;

/** Public courses, filtered and in the order asked for (the best first where words are asked for, else by address), one page after `after`. */
export async function listCourses(ctx: Ctx, input: ListCourses): Promise<CoursePage> {
  const ranked = input.q.trim() === '' ? null : await findThingIds(ctx, { q: input.q, ...RANKED });
  const conditions = conditionsOf(input, ranked);
  const order = { sort: input.sort, lang: ctx.lang, ranked };
  const [rows, counts] = await Promise.all([
    listCurrent(ctx.db, { conditions, order, after: input.after ?? null, take: PAGE + 1 }),
    countCurrent(ctx.db, conditions, choicesOf(input.themes ?? [])),
  ]);
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
  return { ...counts, courses, next: rows.length > PAGE ? (courses.at(-1)?.slug ?? null) : null };
}

function conditionsOf({ recordings, ...input }: ListCourses, ranked: readonly string[] | null): Conditions {
  return {
    ...(ranked ? { q: condition.ids(ranked) } : {}),
    ...(input.theme ? { theme: condition.theme(input.theme) } : {}),
    ...(input.level ? { level: condition.level(input.level) } : {}),
    ...(input.age ? { age: condition.age(input.age) } : {}),
    ...(input.audio ? { audio: condition.shows(recordings?.audio ?? []) } : {}),
    ...(input.captions ? { captions: condition.shows(recordings?.captions ?? []) } : {}),
    ...(input.length ? { length: condition.length(input.length) } : {}),
    ...(input.mandatory ? { mandatory: condition.mandatory } : {}),
    ...(input.open ? { open: condition.open } : {}),
  };
}

const choicesOf = (themes: readonly string[]): Choice[] => [
  ...themes.map(
    (theme): Choice => ({ facet: 'theme', name: `theme:${theme}`, means: condition.theme(theme) }),
  ),
  ...LEVELS.map(
    (level): Choice => ({ facet: 'level', name: `level:${level}`, means: condition.level(level) }),
  ),
  ...AGE_GROUPS.map((age): Choice => ({ facet: 'age', name: `age:${age}`, means: condition.age(age) })),
  ...LENGTHS.map(
    (length): Choice => ({ facet: 'length', name: `length:${length}`, means: condition.length(length) }),
  ),
  { facet: 'mandatory', name: 'mandatory:1', means: condition.mandatory },
  { facet: 'open', name: 'open:1', means: condition.open },
];

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
    ageGroups: AGE_GROUPS.filter((group) => row.ageGroups.includes(group)),
    lessons: lessons.length,
    isOpen: isOpenForEnrolment(lessons.map(materialOf)),
    recordingIds: lessons.flatMap((lesson) => (lesson.recordingId ? [lesson.recordingId] : [])),
  };
}
