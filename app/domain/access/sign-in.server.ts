import { findPerson } from '~/domain/people/find-person.server';
import { readContact } from '~/domain/people/inputs';
import type { Lang } from '~/i18n/locales';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { isPasswordOf } from './data/passwords.server';
import { hasConfirmedFactor } from './data/second-factors.server';
import { closeSession, openSession } from './data/sessions.server';
import { deviceName } from './rules/device-name';

export type SignInInput = {
  /** E-mail or phone, as typed. */
  contact: string;
  password: string;
  /** The browser's User-Agent header; only a coarse name of the device is kept. */
  userAgent: string | null;
  /** The token the browser came with: its session ends, so that nobody's prepared session is taken over. */
  previousToken: string | null;
};

/** `waitsForCode`: the token works only for the second step until the code was given. */
export type SignedIn = { token: string; waitsForCode: boolean; lang: Lang };

/**
 * A new session for contact and password. Unknown contacts cost the same work as wrong passwords and get the same
 * answer: invalid 'access.wrong-sign-in'. Whose record was joined to another one signs in with the account of that:
 * conflict 'access.records-joined'.
 */
export async function signIn(ctx: Ctx, input: SignInInput): Promise<SignedIn> {
  const contact = readContact(input.contact);
  const person = contact && (await findPerson(ctx, { contact }));
  const account = person?.account ?? null;
  const isRight = await isPasswordOf(ctx, account?.id ?? null, input.password);
  if (!account || !isRight) throw new DomainError('invalid', 'access.wrong-sign-in');
  if (person?.isJoined) throw new DomainError('conflict', 'access.records-joined');
  return inTransaction(ctx, async (tx) => {
    const waitsForCode = await hasConfirmedFactor(tx, account.id);
    if (input.previousToken) await closeSession(tx, input.previousToken);
    const token = await openSession(tx, {
      accountId: account.id,
      device: deviceName(input.userAgent),
      secondFactorAt: null,
      pending: waitsForCode,
    });
    return { token, waitsForCode, lang: account.lang };
  });
}
