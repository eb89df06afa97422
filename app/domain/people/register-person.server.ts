import type { Lang } from '~/i18n/locales';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { insertName } from './data/names.server';
import { insertAccount, insertConsent } from './data/people.server';
import type { Contact, Spelling } from './inputs';

export type RegisterPersonInput = {
  contact: Contact;
  lang: Lang;
  names: readonly Spelling[];
  consent: { version: string; lang: Lang };
};

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'P2002';

/**
 * A person with an account, names and the consent to processing. Everybody may register.
 * Throws conflict 'people.contact-taken' (field contact); the caller's transaction is over then.
 */
export async function registerPerson(ctx: Ctx, input: RegisterPersonInput): Promise<{ accountId: string; personId: string }> {
  try {
    return await inTransaction(ctx, async (tx) => {
      const ids = await insertAccount(tx, input);
      for (const name of input.names) await insertName(tx, ids.personId, name);
      await insertConsent(tx, { accountId: ids.accountId, kind: 'processing', ...input.consent });
      return ids;
    });
  } catch (error) {
    if (!isTaken(error)) throw error;
    throw new DomainError('conflict', 'people.contact-taken', { field: 'contact' });
  }
}
