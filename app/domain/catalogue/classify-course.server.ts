import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { DomainError } from '~/platform/errors';
import { findCourseBySlug, findCurrentVersion } from './data/courses.server';
import { indexCourse } from './data/index-course.server';
import { findForbidden } from './data/taught.server';
import { listThemeIds, replaceThemesOfCourse, writeClassification } from './data/themes.server';
import type { ClassifyCourseInput } from './inputs';
import { canWriteCourse } from './policy';
import { meansChildren } from './rules/safe-for-children';

/**
 * Says what a course is about: themes, age groups, techniques, terms; what stood there is replaced. It holds for the
 * course, whatever version is current. Errors: forbidden; not-found; invalid for an unknown theme or technique, and for
 * chokes or locks in a course for school or children.
 */
export async function classifyCourse(ctx: Ctx, input: ClassifyCourseInput): Promise<void> {
  const { slug, themes, ageGroups, techniqueIds, termIds } = input;
  await inTransaction(ctx, async (tx) => {
    const course = await findCourseBySlug(tx.db, slug);
    const organisation = course && (await tx.ports.findOrganisation(tx, course.organisationId));
    if (!course || !organisation) throw new DomainError('not-found', 'catalogue.no-such-course');
    if (!canWriteCourse(tx.actor, organisation.path))
      throw new DomainError('forbidden', 'catalogue.cannot-write');
    const known = await listThemeIds(tx.db, themes);
    if (known.length !== themes.length) throw new DomainError('invalid', 'catalogue.no-such-theme');
    const [forbidden] = await findForbidden(tx, [{ slug, techniqueIds, termIds }]);
    if (forbidden && ageGroups.some(meansChildren))
      throw new DomainError('invalid', 'catalogue.not-for-children', { params: { what: forbidden.what } });
    await writeClassification(tx.db, course.id, { ageGroups, techniqueIds, termIds });
    await replaceThemesOfCourse(
      tx.db,
      course.id,
      known.map(({ id }) => id),
    );
    const current = await findCurrentVersion(tx.db, slug);
    if (current) await indexCourse(tx, { versionId: current.id });
    await raiseContentVersion(tx);
    await recordAct(tx, {
      act: 'catalogue.course-classified',
      subject: { type: 'course', id: course.id },
      detail: { themes, ageGroups, techniques: techniqueIds.length, terms: termIds.length },
    });
  });
}
