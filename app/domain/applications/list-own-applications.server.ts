import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { listApplicationsOf } from './data/applications.server';
import { applicationState } from './rules/application-state';
import type { OwnApplication } from './types';

/** What the signed-in coach has asked for, newest first; or, for ports, what a person has: then it does not ask who looks. */
export async function listOwnApplications(ctx: Ctx, of?: { personId: string }): Promise<OwnApplication[]> {
  const personId = of?.personId ?? ctx.actor?.personId;
  if (!personId) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const applications = await listApplicationsOf(ctx.db, personId);
  return applications.map((each) => ({ ...each, state: applicationState(each.decisions) }));
}
