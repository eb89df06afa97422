import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { DomainError } from '~/platform/errors';
import { findVersion, publish } from './data/courses.server';
import { indexCourse } from './data/index-course.server';
import { canWriteCourse } from './policy';

/** Makes a version the one that new learners study. Published twice: nothing happens the second time. */
export async function publishVersion(ctx: Ctx, { versionId }: { versionId: string }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const version = await findVersion(tx.db, versionId);
    const organisation = version && (await tx.ports.findOrganisation(tx, version.course.organisationId));
    if (!version || !organisation) throw new DomainError('not-found', 'catalogue.no-such-version');
    if (!canWriteCourse(tx.actor, organisation.path))
      throw new DomainError('forbidden', 'catalogue.cannot-write');
    if (!(await publish(tx.db, version, tx.clock.now()))) return;
    await indexCourse(tx, { versionId });
    await raiseContentVersion(tx);
    await recordAct(tx, {
      act: 'catalogue.version-published',
      subject: { type: 'course', id: version.courseId },
      detail: { versionId, number: version.number },
    });
  });
}
