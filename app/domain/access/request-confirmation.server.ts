import { type FoundPerson, findPerson } from '~/domain/people/find-person.server';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { type NewestCode, newestCode } from './data/codes.server';
import { sendConfirmation, tellEmailChanging } from './data/confirmations.server';
import { isPasswordOf, lockPassword } from './data/passwords.server';

const WAIT_MS = 60_000;

export type RequestConfirmationInput =
  /** A first or another address, in lower case, with the password once more. */
  | { email: string; currentPassword: string }
  /** The link to the address that waits, once more. */
  | 'again';

/**
 * Mails the actor a link that proves an address. Until it is used, the account keeps the address it has, and a notice
 * goes there. The same address asked for again while its link works changes nothing, nor does 'again' when nothing
 * waits. Throws invalid 'access.wrong-password' at `currentPassword`, conflict 'access.email-taken' at `email`,
 * rate-limited 'access.sent-a-moment-ago' within a minute of the last link.
 */
export async function requestConfirmation(ctx: Ctx, input: RequestConfirmationInput): Promise<void> {
  const { actor } = ctx;
  if (!actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  if (input !== 'again' && !(await isPasswordOf(ctx, actor.accountId, input.currentPassword))) {
    throw new DomainError('invalid', 'access.wrong-password', { field: 'currentPassword' });
  }
  await inTransaction(ctx, async (tx) => {
    await lockPassword(tx, actor.accountId);
    const account = (await findPerson(tx, { accountId: actor.accountId }))?.account;
    if (!account) return;
    const newest = await newestCode(tx, account.id, 'confirm-email');
    if (input === 'again') return mailAgain(tx, account, newest);
    if (newest?.isOpen && newest.email === input.email) return;
    await mailNew(tx, account, newest, input.email);
  });
}

type Account = NonNullable<FoundPerson['account']>;

async function mailAgain(tx: Ctx, account: Account, newest: NewestCode | null): Promise<void> {
  const email = (newest?.isOpen ? newest.email : null) ?? (account.emailConfirmed ? null : account.email);
  if (email === null) return;
  requireWaited(tx, newest);
  await sendConfirmation(tx, { accountId: account.id, email, lang: account.lang });
}

async function mailNew(tx: Ctx, account: Account, newest: NewestCode | null, email: string): Promise<void> {
  const holder = await findPerson(tx, { contact: { email, phone: null } });
  if (holder && holder.account?.id !== account.id) {
    throw new DomainError('conflict', 'access.email-taken', { field: 'email' });
  }
  requireWaited(tx, newest);
  await sendConfirmation(tx, { accountId: account.id, email, lang: account.lang });
  if (email !== account.email) await tellEmailChanging(tx, account);
  await recordAct(tx, {
    act: 'access.email-change-requested',
    subject: { type: 'account', id: account.id },
    detail: { from: account.email, to: email },
  });
}

function requireWaited(tx: Ctx, newest: NewestCode | null): void {
  const waited = newest ? tx.clock.now().getTime() - newest.createdAt.getTime() : WAIT_MS;
  if (waited >= WAIT_MS) return;
  throw new DomainError('rate-limited', 'access.sent-a-moment-ago', {
    retryAfter: Math.ceil((WAIT_MS - waited) / 1000),
  });
}
