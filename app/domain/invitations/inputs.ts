import { z } from 'zod';
import { signUpInput } from '~/domain/access/inputs';
import { emailAddress, grantRoleForm, lang } from '~/domain/people/inputs';
import { id } from '~/platform/input';

/** The role as on a person's page, and to whom the link goes; without an address it is shown once. */
export const createInvitationInput = z.intersection(
  grantRoleForm,
  z.object({
    /** Made with the form: the same form sent twice is one invitation. */
    key: id,
    invitedLang: lang,
    email: z.preprocess((value) => (value === '' ? undefined : value), emailAddress.optional()),
  }),
);
export type CreateInvitationInput = z.input<typeof createInvitationInput>;

export const withdrawInvitationInput = z.object({ invitationId: id });

/** The sign-up of somebody who was invited: the language of the account is the one of the page. */
export const signUpInvitedInput = signUpInput.omit({ lang: true });

/** A list shows this many invitations at a time. */
export const INVITATIONS_PAGE = 50;
