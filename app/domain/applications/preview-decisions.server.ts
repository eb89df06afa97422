import { listLevels } from '~/domain/frameworks/list-levels.server';
import { isRegistrar } from '~/domain/licensing/policy';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { findApplications } from './data/applications.server';
import { openCases } from './data/cases.server';
import type { TogetherAct } from './inputs';
import { dueKey, missingFor, togetherObjection } from './rules/judgement';
import type { DecideAct, Foreseen, Key } from './types';

export type PreviewInput = {
  applicationIds: readonly string[];
  act: TogetherAct;
  keys?: ReadonlyMap<string, Key>;
};

/**
 * What would become of applications if they were decided together now, in the order asked; nothing is done. «Issue» is the key that
 * is in `keys`, or the one that is due. Those that the actor
 * does not reach are `applications.application-not-found`. Throws `applications.not-a-registrar`.
 */
export async function previewDecisions(
  ctx: Ctx,
  { applicationIds, act, keys }: PreviewInput,
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
        key: null,
        code: 'applications.application-not-found',
        params: {},
        missing: [],
      };
    const key = act === 'issue' ? (keys?.get(applicationId) ?? dueKey(now)) : null;
    const due: DecideAct = act === 'issue' ? (key ?? dueKey(now)) : act;
    const code = togetherObjection(now, due);
    return { applicationId, act: code ? null : due, key, code, params: {}, missing: missingFor(code, now) };
  });
}
