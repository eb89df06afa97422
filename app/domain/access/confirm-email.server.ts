import { findPerson } from '~/domain/people/find-person.server';
import { recordConfirmation } from '~/domain/people/record-confirmation.server';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { findCode, takeCode } from './data/codes.server';

/**
 * Proves the account's address with the code of the mail. A code that already did so does it again without effect.
 * Throws gone 'access.code-gone' for every other one.
 */
export async function confirmEmail(ctx: Ctx, input: { code: string }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const taken = await takeCode(tx, 'confirm-email', input.code);
    if (!taken) return requireConfirmed(tx, input.code);
    await recordConfirmation(tx, taken);
    await recordAct(tx, {
      act: 'access.email-confirmed',
      subject: { type: 'account', id: taken.accountId },
      detail: {},
    });
  });
}

async function requireConfirmed(tx: Ctx, code: string): Promise<void> {
  const known = await findCode(tx, 'confirm-email', code);
  const person = known?.usedAt ? await findPerson(tx, { accountId: known.accountId }) : null;
  if (!person?.account?.emailConfirmed) throw new DomainError('gone', 'access.code-gone');
}
