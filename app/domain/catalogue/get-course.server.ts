import { z } from 'zod';
import { type LocalizedText, localizedText, readText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import {
  findCurrentVersion,
  listLessons,
  listModules,
  listPrerequisites,
  materialOf,
} from './data/courses.server';
import { listThemesOfCourse } from './data/themes.server';
import { AGE_GROUPS, type AgeGroup, type LessonKind, lessonKind } from './inputs';
import { listCourseTitles } from './list-course-titles.server';
import { isOpenForEnrolment } from './rules/open-for-enrolment';

export type CourseLesson = {
  slug: string;
  position: number;
  kind: LessonKind;
  title: LocalizedText;
  summary: LocalizedText;
  minutes: number;
  recordingId: string | null;
};

export type CoursePageData = {
  id: string;
  slug: string;
  versionId: string;
  number: number;
  organisation: LocalizedText;
  title: LocalizedText;
  summary: LocalizedText;
  credit: LocalizedText;
  outcomes: LocalizedText[];
  level: number;
  hours: number;
  points: number;
  mandatory: boolean;
  validityMonths: number | null;
  component: string | null;
  passPercent: number;
  attempts: number;
  publishedAt: Date;
  isOpen: boolean;
  prerequisites: { slug: string; title: LocalizedText }[];
  ageGroups: AgeGroup[];
  techniqueIds: string[];
  themes: { slug: string; title: LocalizedText }[];
  modules: { title: LocalizedText; lessons: CourseLesson[] }[];
};

/** A public course by its address, in its current version. Throws not-found. */
export async function getCourse(ctx: Ctx, { slug }: { slug: string }): Promise<CoursePageData> {
  const version = await findCurrentVersion(ctx.db, slug);
  if (!version) throw new DomainError('not-found', 'catalogue.no-such-course');
  const [modules, lessons, required, themes, organisation] = await Promise.all([
    listModules(ctx.db, version.id),
    listLessons(ctx.db, [version.id]),
    listPrerequisites(ctx.db, version.id),
    listThemesOfCourse(ctx.db, version.courseId),
    ctx.ports.findOrganisation(ctx, version.course.organisationId),
  ]);
  if (!organisation) throw new Error('A course without its organisation');
  const titles = await listCourseTitles(ctx, { slugs: required.map(({ course }) => course.slug) });
  return {
    ...factsOf(version),
    slug,
    organisation: organisation.name,
    isOpen: isOpenForEnrolment(lessons.map(materialOf)),
    prerequisites: [...titles].map(([course, { title }]) => ({ slug: course, title })),
    themes: themes.map((theme) => ({ slug: theme.slug, title: readText(theme.title) })),
    modules: modules.map((module) => ({
      title: readText(module.title),
      lessons: lessons.filter((lesson) => lesson.moduleId === module.id).map(toLesson),
    })),
  };
}

type VersionRow = NonNullable<Awaited<ReturnType<typeof findCurrentVersion>>>;

/** What stands in the rows of the course and its version. */
const factsOf = (version: VersionRow) => ({
  id: version.courseId,
  versionId: version.id,
  number: version.number,
  title: readText(version.title),
  summary: readText(version.summary),
  credit: readText(version.credit),
  outcomes: z.array(localizedText).parse(version.outcomes),
  level: version.level,
  hours: Number(version.hours),
  points: version.points,
  mandatory: version.mandatory,
  validityMonths: version.validityMonths,
  component: version.component,
  passPercent: version.passPercent,
  attempts: version.attempts,
  publishedAt: version.publishedAt ?? version.createdAt,
  ageGroups: AGE_GROUPS.filter((group) => version.course.ageGroups.includes(group)),
  techniqueIds: version.course.techniqueIds,
});

type LessonRow = Awaited<ReturnType<typeof listLessons>>[number];

const toLesson = (row: LessonRow): CourseLesson => ({
  slug: row.slug,
  position: row.position,
  kind: lessonKind.parse(row.kind),
  title: readText(row.title),
  summary: readText(row.summary),
  minutes: row.minutes,
  recordingId: row.recordingId,
});
