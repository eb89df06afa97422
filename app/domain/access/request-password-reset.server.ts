import { findPerson } from '~/domain/people/find-person.server';
import { readContact } from '~/domain/people/inputs';
import { type Ctx, inTransaction } from '~/platform/context';
import { randomToken } from '~/platform/secrets.server';
import { storeCode } from './data/codes.server';

const RESET_MINUTES = 60;

/**
 * Mails a one-time link that works for an hour, when the contact is an account with an e-mail address. The answer is
 * the same for everybody.
 */
export async function requestPasswordReset(ctx: Ctx, input: { contact: string }): Promise<void> {
  const contact = readContact(input.contact);
  const person = contact && (await findPerson(ctx, { contact }));
  const account = person?.account;
  const email = account?.email;
  if (!account || !email) return;
  const code = randomToken();
  const link = `${ctx.config.publicUrl}/${account.lang}/reset-password/${code}`;
  await inTransaction(ctx, async (tx) => {
    await storeCode(tx, { accountId: account.id, kind: 'reset-password', code, minutes: RESET_MINUTES });
    await tx.mail.send({
      to: email,
      lang: account.lang,
      message: { key: 'reset-password', params: { link, minutes: RESET_MINUTES } },
    });
  });
}
