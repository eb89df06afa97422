import { CONSENT_VERSION, type Contact } from '~/domain/people/inputs';
import { registerPerson } from '~/domain/people/register-person.server';
import type { Lang } from '~/i18n/locales';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { sendConfirmation } from './data/confirmations.server';
import { hashPassword, storePassword } from './data/passwords.server';
import { openSession } from './data/sessions.server';
import { deviceName } from './rules/device-name';
import { passwordProblem } from './rules/password-rules';

export type SignUpInput = {
  contact: Contact;
  password: string;
  /** Words of the name in the person's own script. */
  family: string;
  given: string;
  patronymic: string;
  /** Both empty, or the name in Latin letters. */
  latinFamily: string;
  latinGiven: string;
  /** The language of the account; the consent was read in `ctx.lang`. */
  lang: Lang;
  /** The browser's User-Agent header; only a coarse name of the device is kept. */
  userAgent: string | null;
  /** The e-mail address is proved already; default false. The caller records it. */
  isProved?: boolean;
};

/**
 * A new account, signed in at once; a link to confirm the address goes to its e-mail. Answers the session's token.
 * Throws invalid 'access.password-…' and conflict 'people.contact-taken' at their fields.
 */
export async function signUp(
  ctx: Ctx,
  input: SignUpInput,
): Promise<{ token: string; accountId: string; personId: string }> {
  const { contact, password, family, given, patronymic, latinFamily, latinGiven, lang, userAgent } = input;
  const { isProved = false } = input;
  const problem = passwordProblem(password, [
    contact.email ?? '',
    contact.phone ?? '',
    family,
    given,
    latinFamily,
    latinGiven,
  ]);
  if (problem) throw new DomainError('invalid', problem, { field: 'password' });
  const latinField = latinFamily === '' ? 'latinFamily' : 'latinGiven';
  if ((latinFamily === '') !== (latinGiven === ''))
    throw new DomainError('invalid', 'access.half-a-name', { field: latinField });
  const hash = await hashPassword(password);
  return inTransaction(ctx, async (tx) => {
    const ids = await registerPerson(tx, {
      contact,
      lang,
      name: { family, given, patronymic },
      latinName: latinFamily === '' ? null : { family: latinFamily, given: latinGiven },
      consent: { version: CONSENT_VERSION, lang: ctx.lang },
    });
    await storePassword(tx, ids.accountId, hash);
    if (contact.email !== null && !isProved)
      await sendConfirmation(tx, { accountId: ids.accountId, email: contact.email, lang });
    const token = await openSession(tx, {
      accountId: ids.accountId,
      device: deviceName(userAgent),
      secondFactorAt: null,
      pending: false,
    });
    return { token, ...ids };
  });
}
