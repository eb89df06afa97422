import { authenticateSession } from '~/domain/access/authenticate-session.server';
import { type SignUpInput, signUp } from '~/domain/access/sign-up.server';
import { findPerson } from '~/domain/people/find-person.server';
import type { Contact } from '~/domain/people/inputs';
import { recordConfirmation } from '~/domain/people/record-confirmation.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { acceptInvitation } from './accept-invitation.server';
import { findInvitationBy } from './data/invitations.server';
import type { Invitation } from './types';

export type SignUpInvitedInput = Omit<SignUpInput, 'lang'> & { code: string };

/**
 * A new account that takes the role of its link at once, or nothing of both. An account made with the address to which
 * the link went is confirmed: only there the link can be read. Throws as `signUp` and `acceptInvitation` do.
 */
export async function signUpInvited(
  ctx: Ctx,
  { code, ...input }: SignUpInvitedInput,
): Promise<{ token: string; invitation: Invitation }> {
  return inTransaction(ctx, async (tx) => {
    const invitation = await findInvitationBy(tx, { code });
    if (invitation?.state !== 'open') throw await whyNot(tx, invitation, input.contact);
    const isProved = invitation.email !== null && invitation.email === input.contact.email;
    const { token, accountId } = await signUp(tx, { ...input, lang: ctx.lang, isProved });
    if (isProved) await recordConfirmation(tx, { accountId });
    const actor = await authenticateSession(tx, { token });
    return { token, invitation: await acceptInvitation({ ...tx, actor }, { code }) };
  });
}

/** A form that was sent twice made its account the first time. */
async function whyNot(tx: Ctx, invitation: Invitation | null, contact: Contact): Promise<DomainError> {
  const owner = await findPerson(tx, { contact });
  return invitation?.acceptedBy && owner?.account?.id === invitation.acceptedBy
    ? new DomainError('conflict', 'people.contact-taken', { field: 'contact' })
    : new DomainError('not-found', 'invitations.gone');
}
