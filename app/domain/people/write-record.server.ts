import type { Ctx } from '~/platform/context';
import { insertName } from './data/names.server';
import { moveAffiliation } from './data/organisations.server';
import { deletePersons, insertPerson, listAccountHolders } from './data/records.server';
import type { Spelling } from './inputs';

export type NewRecord = {
  personId: string;
  /** The first is the person's own; one of each script. */
  names: readonly Spelling[];
  organisationId: string;
};

/**
 * Adds a person without an account, or removes such people whole; those who have an account by now stay and are named.
 * Inside the transaction that needs it; the caller authorises. The database refuses to remove whom anything else names.
 */
export async function writeRecord(
  tx: Ctx,
  input: { add: NewRecord } | { remove: readonly string[] },
): Promise<{ kept: string[] }> {
  if ('add' in input) {
    const { personId, names, organisationId } = input.add;
    await insertPerson(tx, personId);
    for (const name of names) await insertName(tx, personId, name);
    await moveAffiliation(tx, personId, organisationId);
    return { kept: [] };
  }
  const kept = await listAccountHolders(tx, input.remove);
  if (kept.length === 0) await deletePersons(tx, input.remove);
  return { kept };
}
