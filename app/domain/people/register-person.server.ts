import type { Lang } from '~/i18n/locales';
import { type Ctx, inTransaction } from '~/platform/context';
import { isTaken } from '~/platform/db/refused';
import { DomainError } from '~/platform/errors';
import { insertName } from './data/names.server';
import { insertAccount, insertConsent } from './data/people.server';
import type { Contact, Spelling } from './inputs';
import { misspeltPart, scriptOf } from './rules/scripts';

type Parts = Pick<Spelling, 'family' | 'given' | 'patronymic'>;

export type RegisterPersonInput = {
  contact: Contact;
  lang: Lang;
  /** The name in the person's own script, whichever that is. */
  name: Parts;
  /** The same in Latin letters; left out when there is none or the own script is Latin. */
  latinName: Omit<Parts, 'patronymic'> | null;
  consent: { version: string; lang: Lang };
};

/**
 * A person with an account, names and the consent to processing. Everybody may register.
 * Throws invalid 'people.wrong-script' at a part of the name, conflict 'people.contact-taken' at `contact`; the
 * caller's transaction is over then.
 */
export async function registerPerson(
  ctx: Ctx,
  input: RegisterPersonInput,
): Promise<{ accountId: string; personId: string }> {
  const spellings = spellingsOf(input);
  try {
    return await inTransaction(ctx, async (tx) => {
      const ids = await insertAccount(tx, input);
      for (const spelling of spellings) await insertName(tx, ids.personId, spelling);
      await insertConsent(tx, { accountId: ids.accountId, kind: 'processing', ...input.consent });
      return ids;
    });
  } catch (error) {
    if (!isTaken(error)) throw error;
    throw new DomainError('conflict', 'people.contact-taken', { field: 'contact' });
  }
}

function spellingsOf({ name, latinName }: RegisterPersonInput): Spelling[] {
  const script = scriptOf(`${name.family} ${name.given}`);
  if (!script) throw new DomainError('invalid', 'people.mixed-script', { field: 'family' });
  if (misspeltPart(script, name))
    throw new DomainError('invalid', 'people.wrong-script', { field: 'patronymic' });
  const own: Spelling = { script, kind: 'own', ...name };
  if (!latinName || script === 'latin') return [own];
  const latin: Spelling = { script: 'latin', kind: 'own', ...latinName, patronymic: '' };
  const misspelt = misspeltPart('latin', latin);
  if (misspelt) {
    const field = misspelt === 'family' ? 'latinFamily' : 'latinGiven';
    throw new DomainError('invalid', 'people.wrong-script', { field });
  }
  return [own, latin];
}
