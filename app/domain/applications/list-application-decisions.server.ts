import { listLevels } from '~/domain/frameworks/list-levels.server';
import { isRegistrar, isWithin, scopeOf } from '~/domain/licensing/policy';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { isId } from '~/platform/ids';
import { findApplication } from './data/applications.server';
import type { ApplicationDecision, ApplicationKind } from './types';

/**
 * Who decided what on an application, oldest first, for the office that reaches it or its applicant today. Throws `applications.not-a-registrar`,
 * `applications.application-not-found`.
 */
export async function listApplicationDecisions(
  ctx: Ctx,
  { applicationId }: { applicationId: string },
): Promise<(ApplicationDecision & { actorName: string; kind: ApplicationKind })[]> {
  if (!isRegistrar(ctx.actor)) throw new DomainError('forbidden', 'applications.not-a-registrar');
  const application = isId(applicationId) ? await findApplication(ctx.db, applicationId) : null;
  const scope = scopeOf(ctx.actor, await listLevels(ctx));
  const path = application ? (await ctx.ports.describeHolder(ctx, application.personId))?.path : undefined;
  const isReached =
    application &&
    [application.path, path ?? '/'].some((each) => isWithin(scope, { ...application, path: each }));
  if (!application || !isReached) {
    throw new DomainError('not-found', 'applications.application-not-found');
  }
  const { decisions, kind } = application;
  const names = await ctx.ports.nameAccounts(ctx, [...new Set(decisions.map(({ actorId }) => actorId))]);
  return decisions.map((each) => ({ ...each, kind, actorName: names.get(each.actorId) ?? '' }));
}
