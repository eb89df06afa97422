import { listLevels } from '~/domain/frameworks/list-levels.server';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { insertDecisions, lockApplications } from './data/applications.server';
import { withdrawSchema } from './inputs';
import { applicationState, isOpen, roundOf } from './rules/application-state';

/** The applicant takes the application back. Throws `applications.application-not-found`, `applications.already-decided`. */
export async function withdrawApplication(ctx: Ctx, input: { applicationId: string }): Promise<void> {
  const { actor } = ctx;
  if (!actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const { applicationId } = withdrawSchema.parse(input);
  const levels = await listLevels(ctx);
  await inTransaction(ctx, async (tx) => {
    const [application] = await lockApplications(tx.db, [applicationId]);
    const level = levels.find(({ id }) => id === application?.levelId);
    if (application?.personId !== actor.personId || !level)
      throw new DomainError('not-found', 'applications.application-not-found');
    const state = applicationState(application.decisions);
    if (state === 'withdrawn') return;
    if (!isOpen(state)) throw new DomainError('conflict', 'applications.already-decided');
    await insertDecisions(tx.db, [
      {
        applicationId,
        act: 'withdraw',
        key: 1,
        round: roundOf(application.decisions),
        actorId: actor.accountId,
        note: '',
        before: { state },
        after: { state: 'withdrawn' },
        effectiveOn: tx.clock.today(level.framework.zone),
        recordedAt: tx.clock.now(),
        closes: true,
      },
    ]);
    await recordAct(tx, {
      act: 'applications.withdrawn',
      subject: { type: 'application', id: applicationId },
      detail: { before: state },
    });
  });
}
