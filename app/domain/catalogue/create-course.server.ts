import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { newId } from '~/platform/ids';
import { insertModules, insertPrerequisites, insertQuestions, listCourseIds } from './data/contents.server';
import { findCourseBySlug, insertCourse, insertVersion } from './data/courses.server';
import type { CreateCourseInput } from './inputs';
import { canWriteCourse } from './policy';
import { withQuizLesson } from './rules/lesson-plan';

/**
 * Writes a course and its first version, not yet published. Errors: forbidden; conflict when the address is taken;
 * invalid when a prerequisite does not exist.
 */
export async function createCourse(
  ctx: Ctx,
  input: CreateCourseInput,
): Promise<{ courseId: string; versionId: string }> {
  const { slug, organisationId, modules, questions, prerequisites, ...facts } = input;
  const organisation = await ctx.ports.findOrganisation(ctx, organisationId);
  if (!organisation || !canWriteCourse(ctx.actor, organisation.path))
    throw new DomainError('forbidden', 'catalogue.cannot-write');
  return inTransaction(ctx, async (tx) => {
    if (await findCourseBySlug(tx.db, slug))
      throw new DomainError('conflict', 'catalogue.address-taken', { field: 'slug' });
    const required = await listCourseIds(tx.db, prerequisites);
    if (required.length !== prerequisites.length)
      throw new DomainError('invalid', 'catalogue.no-such-prerequisite');
    const [courseId, versionId, createdAt] = [newId(), newId(), tx.clock.now()];
    await insertCourse(tx.db, { id: courseId, slug, organisationId, createdAt });
    await insertVersion(tx.db, { ...facts, id: versionId, courseId, number: 1, createdAt });
    await insertModules(tx.db, versionId, withQuizLesson(modules));
    await insertQuestions(tx.db, versionId, questions);
    await insertPrerequisites(
      tx.db,
      versionId,
      required.map(({ id }) => id),
    );
    await recordAct(tx, {
      act: 'catalogue.course-created',
      subject: { type: 'course', id: courseId },
      detail: { slug, versionId },
    });
    return { courseId, versionId };
  });
}
