import type { Ctx } from '~/platform/context';
import { isTaken } from '~/platform/db/refused';
import { DomainError } from '~/platform/errors';
import { confirmEmailRow, updateEmail } from './data/people.server';

/**
 * The account's e-mail address, or `email` in its place, is its owner's; the caller has checked the proof. A second time
 * changes nothing. Throws conflict 'people.contact-taken' when somebody else has the address; the caller's transaction
 * is over then.
 */
export async function recordConfirmation(
  ctx: Ctx,
  input: { accountId: string; email?: string | null },
): Promise<void> {
  const { accountId, email = null } = input;
  try {
    await (email === null ? confirmEmailRow(ctx, accountId) : updateEmail(ctx, accountId, email));
  } catch (error) {
    if (!isTaken(error)) throw error;
    throw new DomainError('conflict', 'people.contact-taken');
  }
}
