import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { DomainError } from '~/platform/errors';
import { newId } from '~/platform/ids';
import { findPath, insertPath, listTaught } from './data/paths.server';
import { findForbidden } from './data/taught.server';
import type { DefinePathInput } from './inputs';
import { canWriteCourse } from './policy';
import { meansChildren } from './rules/safe-for-children';

/**
 * Writes a learning path, seen at once. Errors: forbidden; conflict when the address is taken; invalid for a course
 * that does not exist, and for one with chokes or locks on a path of coaches who teach children.
 */
export async function definePath(ctx: Ctx, input: DefinePathInput): Promise<{ pathId: string }> {
  const { steps, ...facts } = input;
  const organisation = await ctx.ports.findOrganisation(ctx, input.organisationId);
  if (!organisation || !canWriteCourse(ctx.actor, organisation.path))
    throw new DomainError('forbidden', 'catalogue.cannot-write');
  return inTransaction(ctx, async (tx) => {
    if (await findPath(tx.db, input.slug))
      throw new DomainError('conflict', 'catalogue.path-exists', { field: 'slug' });
    const courses = await listTaught(
      tx.db,
      steps.map(({ course }) => course),
    );
    if (courses.length !== new Set(steps.map(({ course }) => course)).size || courses.length !== steps.length)
      throw new DomainError('invalid', 'catalogue.no-such-course');
    if (meansChildren(input.ageGroup)) {
      const [forbidden] = await findForbidden(tx, courses);
      if (forbidden)
        throw new DomainError('invalid', 'catalogue.not-for-children', { params: { what: forbidden.what } });
    }
    const id = newId();
    const rows = steps.map(({ course, note }, index) => ({
      courseId: courses.find(({ slug }) => slug === course)?.id ?? '',
      position: index + 1,
      note,
    }));
    await insertPath(tx.db, { ...facts, id, createdAt: tx.clock.now(), steps: { create: rows } });
    await raiseContentVersion(tx);
    await recordAct(tx, {
      act: 'catalogue.path-defined',
      subject: { type: 'path', id },
      detail: { slug: input.slug },
    });
    return { pathId: id };
  });
}
