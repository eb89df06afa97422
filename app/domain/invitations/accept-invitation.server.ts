import { findPerson } from '~/domain/people/find-person.server';
import { grantRole } from '~/domain/people/grant-role.server';
import { joinOrganisation } from '~/domain/people/join-organisation.server';
import type { Actor } from '~/platform/actor';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { closeInvitation, findInvitationBy, lockInvitation } from './data/invitations.server';
import type { Invitation } from './types';

/**
 * The signed-in person takes the role that a link offers. Sent twice, it happens once. Throws `invitations.gone`
 * (unknown, expired, withdrawn, accepted by somebody else, or whoever invited may grant no more),
 * conflict 'invitations.own' for whoever made it.
 */
export async function acceptInvitation(ctx: Ctx, { code }: { code: string }): Promise<Invitation> {
  const { actor } = ctx;
  if (!actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  return inTransaction(ctx, async (tx) => {
    const found = await findInvitationBy(tx, { code });
    const invitation = found && (await lockInvitation(tx, found.id));
    if (!invitation) throw new DomainError('not-found', 'invitations.gone');
    if (invitation.acceptedBy === actor.accountId) return invitation;
    if (invitation.state !== 'open') throw new DomainError('not-found', 'invitations.gone');
    if (invitation.createdBy === actor.accountId) throw new DomainError('conflict', 'invitations.own');
    await grantAsInviter(tx, invitation, actor.accountId);
    await joinWhereNobody(tx, actor, invitation.organisation.id);
    await closeInvitation(tx, invitation.id, { acceptedBy: actor.accountId, acceptedAt: tx.clock.now() });
    await recordAct(tx, {
      act: 'invitations.accepted',
      subject: { type: 'invitation', id: invitation.id },
      detail: { role: invitation.role, path: invitation.organisation.path },
    });
    return invitation;
  });
}

/** The grant is the inviting admin's act, with the rights the admin has today. */
async function grantAsInviter(tx: Ctx, invitation: Invitation, accountId: string): Promise<void> {
  const inviter = await findPerson(tx, { accountId: invitation.createdBy });
  if (!inviter?.account || !tx.actor) throw new DomainError('not-found', 'invitations.gone');
  const { id, lang, emailConfirmed } = inviter.account;
  const actor: Actor = {
    ...tx.actor,
    accountId: id,
    personId: inviter.personId,
    lang,
    emailConfirmed,
    name: inviter.displayNames[lang],
    grants: inviter.grants,
  };
  const { role, organisation, grantLang, level } = invitation;
  try {
    await grantRole(
      { ...tx, actor },
      { accountId, role, organisationId: organisation.id, lang: grantLang ?? '', level: level ?? '' },
    );
  } catch (error) {
    if (error instanceof DomainError && error.kind === 'forbidden') {
      throw new DomainError('not-found', 'invitations.gone');
    }
    throw error;
  }
}

async function joinWhereNobody(tx: Ctx, { personId }: Actor, organisationId: string): Promise<void> {
  const person = await findPerson(tx, { personId });
  if (!person?.organisation) await joinOrganisation(tx, { organisationId });
}
