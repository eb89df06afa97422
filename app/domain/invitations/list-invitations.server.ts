import { type ListedOrganisation, listOrganisations } from '~/domain/people/list-organisations.server';
import { mayGrantAt, mayListPeople } from '~/domain/people/policy';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { listInvitationsOf } from './data/invitations.server';
import { INVITATIONS_PAGE } from './inputs';
import type { Invitation } from './types';

export type InvitationList = {
  invitations: Invitation[];
  /** The key of the next page. */
  next: string | null;
  /** Where the actor may invite. */
  places: ListedOrganisation[];
};

/** The invitations into the actor's organisations, newest first. Only admins may. */
export async function listInvitations(ctx: Ctx, input: { after: string | null }): Promise<InvitationList> {
  if (!mayListPeople(ctx.actor)) throw new DomainError('forbidden', 'shell.no-right');
  const places = (await listOrganisations(ctx)).filter(({ path }) => mayGrantAt(ctx.actor, path));
  const found = await listInvitationsOf(ctx, {
    organisationIds: places.map(({ id }) => id),
    after: input.after,
    take: INVITATIONS_PAGE + 1,
  });
  const invitations = found.slice(0, INVITATIONS_PAGE);
  const next = found.length > INVITATIONS_PAGE ? (invitations.at(-1)?.id ?? null) : null;
  return { invitations, next, places };
}
