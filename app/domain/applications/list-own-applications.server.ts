import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { listApplicationsOf } from './data/applications.server';
import { applicationState } from './rules/application-state';
import type { OwnApplication } from './types';

/** What the signed-in coach has asked for, newest first. */
export async function listOwnApplications(ctx: Ctx): Promise<OwnApplication[]> {
  if (!ctx.actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const applications = await listApplicationsOf(ctx.db, ctx.actor.personId);
  return applications.map((each) => ({ ...each, state: applicationState(each.decisions) }));
}
