import { findPerson } from '~/domain/people/find-person.server';
import { recordConfirmation } from '~/domain/people/record-confirmation.server';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { findCode, takeCode } from './data/codes.server';

/**
 * Proves an address with the code of the mail; from now on it is the account's. A code that already did so does it
 * again without effect. Throws gone 'access.code-gone' for every other one, conflict 'people.contact-taken' when
 * somebody else has the address by now.
 */
export async function confirmEmail(ctx: Ctx, input: { code: string }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const taken = await takeCode(tx, 'confirm-email', input.code);
    if (!taken) return requireConfirmed(tx, input.code);
    const { accountId, email } = taken;
    const before = (await findPerson(tx, { accountId }))?.account?.email ?? null;
    await recordConfirmation(tx, { accountId, email });
    const isNew = email !== null && email !== before;
    await recordAct(tx, {
      act: isNew ? 'access.email-changed' : 'access.email-confirmed',
      subject: { type: 'account', id: accountId },
      detail: isNew ? { from: before, to: email } : {},
    });
  });
}

async function requireConfirmed(tx: Ctx, code: string): Promise<void> {
  const known = await findCode(tx, 'confirm-email', code);
  const person = known?.usedAt ? await findPerson(tx, { accountId: known.accountId }) : null;
  const account = person?.account;
  if (!account?.emailConfirmed || (known?.email ?? account.email) !== account.email)
    throw new DomainError('gone', 'access.code-gone');
}
