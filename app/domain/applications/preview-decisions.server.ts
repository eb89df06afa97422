import { listLevels } from '~/domain/frameworks/list-levels.server';
import { isRegistrar } from '~/domain/licensing/policy';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { findApplications } from './data/applications.server';
import { openCases } from './data/cases.server';
import type { TogetherAct } from './inputs';
import { dueAct, missingOf, objection } from './rules/judgement';
import type { Foreseen } from './types';

/**
 * What would become of applications if they were decided now, in the order asked; nothing is done. Those that the actor
 * does not reach are `applications.application-not-found`. Throws `applications.not-a-registrar`.
 */
export async function previewDecisions(
  ctx: Ctx,
  { applicationIds, act }: { applicationIds: readonly string[]; act: TogetherAct },
): Promise<Foreseen[]> {
  const { actor } = ctx;
  if (!actor || !isRegistrar(actor)) throw new DomainError('forbidden', 'applications.not-a-registrar');
  const levels = await listLevels(ctx);
  const applications = await findApplications(ctx.db, applicationIds);
  const cases = await openCases(ctx, actor, { levels, applications });
  return applicationIds.map((applicationId): Foreseen => {
    const now = cases.get(applicationId);
    if (!now)
      return {
        applicationId,
        act: null,
        code: 'applications.application-not-found',
        params: {},
        missing: [],
      };
    const due = act === 'issue' ? dueAct(now) : act;
    const code = objection(now, due);
    return { applicationId, act: code ? null : due, code, params: {}, missing: code ? missingOf(now) : [] };
  });
}
