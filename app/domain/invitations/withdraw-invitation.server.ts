import { mayGrantAt, mayListPeople } from '~/domain/people/policy';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { closeInvitation, lockInvitation } from './data/invitations.server';

/**
 * An admin of the organisation takes an invitation back; its link gives nothing from then on. A second time changes
 * nothing. Throws `invitations.not-found`, `invitations.already-accepted`.
 */
export async function withdrawInvitation(ctx: Ctx, input: { invitationId: string }): Promise<void> {
  const { actor } = ctx;
  if (!actor || !mayListPeople(actor)) throw new DomainError('forbidden', 'shell.no-right');
  await inTransaction(ctx, async (tx) => {
    const invitation = await lockInvitation(tx, input.invitationId);
    if (!invitation || !mayGrantAt(actor, invitation.organisation.path)) {
      throw new DomainError('not-found', 'invitations.not-found');
    }
    if (invitation.state === 'accepted') throw new DomainError('conflict', 'invitations.already-accepted');
    if (invitation.state === 'withdrawn') return;
    await closeInvitation(tx, invitation.id, {
      withdrawnBy: actor.accountId,
      withdrawnAt: tx.clock.now(),
    });
    await recordAct(tx, {
      act: 'invitations.withdrawn',
      subject: { type: 'invitation', id: invitation.id },
      detail: {},
    });
  });
}
