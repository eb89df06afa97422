import { z } from 'zod';
import { type LocalizedText, localizedText, readText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { findVersion, listLessons, listModules, materialOf } from './data/courses.server';
import { type LessonKind, lessonKind, type Source, source } from './inputs';
import { isOpenForEnrolment } from './rules/open-for-enrolment';

export type OutlineLesson = {
  id: string;
  slug: string;
  moduleId: string;
  position: number;
  kind: LessonKind;
  title: LocalizedText;
  summary: LocalizedText;
  body: LocalizedText | null;
  checklist: LocalizedText[];
  sources: Source[];
  minutes: number;
  recordingId: string | null;
};

export type Outline = {
  courseId: string;
  slug: string;
  versionId: string;
  number: number;
  organisationId: string;
  title: LocalizedText;
  credit: LocalizedText;
  hours: number;
  points: number;
  component: string | null;
  validityMonths: number | null;
  passPercent: number;
  attempts: number;
  isOpen: boolean;
  isCurrent: boolean;
  modules: { id: string; title: LocalizedText }[];
  lessons: OutlineLesson[];
};

/** One version as learners study it, whether current or superseded. Throws not-found for an unpublished one. */
export async function getOutline(ctx: Ctx, { versionId }: { versionId: string }): Promise<Outline> {
  const version = await findVersion(ctx.db, versionId);
  if (!version?.publishedAt) throw new DomainError('not-found', 'catalogue.no-such-version');
  const [modules, lessons] = await Promise.all([
    listModules(ctx.db, versionId),
    listLessons(ctx.db, [versionId]),
  ]);
  return {
    courseId: version.courseId,
    slug: version.course.slug,
    versionId,
    number: version.number,
    organisationId: version.course.organisationId,
    title: readText(version.title),
    credit: readText(version.credit),
    hours: Number(version.hours),
    points: version.points,
    component: version.component,
    validityMonths: version.validityMonths,
    passPercent: version.passPercent,
    attempts: version.attempts,
    isOpen: isOpenForEnrolment(lessons.map(materialOf)),
    isCurrent: version.supersededAt === null,
    modules: modules.map((module) => ({ id: module.id, title: readText(module.title) })),
    lessons: lessons.map(toOutlineLesson),
  };
}

function toOutlineLesson(row: Awaited<ReturnType<typeof listLessons>>[number]): OutlineLesson {
  return {
    id: row.id,
    slug: row.slug,
    moduleId: row.moduleId,
    position: row.position,
    kind: lessonKind.parse(row.kind),
    title: readText(row.title),
    summary: readText(row.summary),
    body: row.body === null ? null : readText(row.body),
    checklist: row.checklist === null ? [] : z.array(localizedText).parse(row.checklist),
    sources: row.sources === null ? [] : z.array(source).parse(row.sources),
    minutes: row.minutes,
    recordingId: row.recordingId,
  };
}
