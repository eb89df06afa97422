import { findPerson } from '~/domain/people/find-person.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { lastCodeAt } from './data/codes.server';
import { sendConfirmation } from './data/confirmations.server';

const WAIT_MS = 60_000;

/**
 * Mails the actor a new link to confirm the address. A confirmed address, or one without e-mail, changes nothing.
 * Throws rate-limited 'access.sent-a-moment-ago' within a minute of the last one.
 */
export async function resendConfirmation(ctx: Ctx): Promise<void> {
  const { actor } = ctx;
  if (!actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const person = await findPerson(ctx, { accountId: actor.accountId });
  const account = person?.account;
  const email = account?.email;
  if (!account || !email || account.emailConfirmed) return;
  const last = await lastCodeAt(ctx, account.id, 'confirm-email');
  const waited = last ? ctx.clock.now().getTime() - last.getTime() : WAIT_MS;
  if (waited < WAIT_MS) {
    throw new DomainError('rate-limited', 'access.sent-a-moment-ago', {
      retryAfter: Math.ceil((WAIT_MS - waited) / 1000),
    });
  }
  await inTransaction(ctx, (tx) =>
    sendConfirmation(tx, { accountId: account.id, email, lang: account.lang }),
  );
}
