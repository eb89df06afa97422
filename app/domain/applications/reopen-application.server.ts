import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Ctx } from '~/platform/context';
import { isTaken } from '~/platform/db/refused';
import { DomainError } from '~/platform/errors';
import {
  closeApplication,
  findOpenApplication,
  insertDecisions,
  lockApplications,
} from './data/applications.server';
import { applicationState, roundOf } from './rules/application-state';

/**
 * Opens a refused application again, inside the caller's transaction, after its refusal did not stand: it waits for a
 * decision as on its first day. The caller authorises, audits and tells the applicant. Throws
 * `applications.application-not-found`, `applications.not-refused`, `applications.applied-anew`.
 */
export async function reopenApplication(
  tx: Ctx,
  { applicationId, actorId, note }: { applicationId: string; actorId: string; note: string },
): Promise<void> {
  const [application] = await lockApplications(tx.db, [applicationId]);
  const level = (await listLevels(tx)).find(({ id }) => id === application?.levelId);
  if (!application || !level) throw new DomainError('not-found', 'applications.application-not-found');
  const before = applicationState(application.decisions);
  if (before !== 'refused') throw new DomainError('conflict', 'applications.not-refused');
  if (await findOpenApplication(tx.db, application.personId, application.levelId))
    throw new DomainError('conflict', 'applications.applied-anew');
  await insertDecisions(tx.db, [
    {
      applicationId,
      act: 'reopen',
      key: 1,
      round: roundOf(application.decisions),
      actorId,
      note,
      before: { state: before },
      after: { state: 'submitted' },
      effectiveOn: tx.clock.today(level.framework.zone),
      recordedAt: tx.clock.now(),
      closes: false,
    },
  ]);
  // The coach may apply anew in the same instant.
  await closeApplication(tx.db, applicationId, null).catch((error) => {
    throw isTaken(error) ? new DomainError('conflict', 'applications.applied-anew') : error;
  });
}
