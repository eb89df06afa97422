import type { Ctx } from '~/platform/context';
import { deleteIdentities } from './data/identities.server';

/** Forgets the numbers of these people, and the birthdays that tables of the office told. Inside the transaction that needs it; the caller authorises. */
export async function removeIdentities(
  tx: Ctx,
  { personIds }: { personIds: readonly string[] },
): Promise<void> {
  await deleteIdentities(tx, personIds);
}
