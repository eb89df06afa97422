import type { LocalizedText } from '~/i18n/content';
import type { Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import { newId } from '~/platform/ids';
import type { LessonInput, QuestionInput } from '../inputs';

const json = (value: unknown) => (value === null ? Prisma.DbNull : (value as Prisma.InputJsonValue));

export type PlannedModule = { title: LocalizedText; lessons: readonly LessonInput[] };

/** Writes modules and lessons; lesson positions run through the whole version. */
export async function insertModules(
  db: Db,
  versionId: string,
  modules: readonly PlannedModule[],
): Promise<void> {
  let position = 0;
  for (const [index, module] of modules.entries()) {
    const moduleId = newId();
    await db.module.create({ data: { id: moduleId, versionId, position: index + 1, title: module.title } });
    const lessons = module.lessons.map((lesson) => {
      position += 1;
      return {
        ...lesson,
        id: newId(),
        versionId,
        moduleId,
        position,
        body: json(lesson.body),
        checklist: json(lesson.checklist),
        sources: json(lesson.sources),
      };
    });
    await db.lesson.createMany({ data: lessons });
  }
}

export const insertQuestions = (db: Db, versionId: string, questions: readonly QuestionInput[]) =>
  db.question.createMany({
    data: questions.map((question, index) => ({ ...question, id: newId(), versionId, position: index + 1 })),
  });

export const insertPrerequisites = (db: Db, versionId: string, courseIds: readonly string[]) =>
  db.coursePrerequisite.createMany({ data: courseIds.map((courseId) => ({ versionId, courseId })) });

export const listCourseIds = (db: Db, slugs: readonly string[]) =>
  db.course.findMany({ where: { slug: { in: [...slugs] } }, select: { id: true, slug: true } });
