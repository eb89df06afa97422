import type { Ctx } from '~/platform/context';
import { deleteIdentities } from './data/identities.server';

/** Forgets the numbers and birthdays of these people. Inside the transaction that needs it; the caller authorises. */
export async function removeIdentities(
  tx: Ctx,
  { personIds }: { personIds: readonly string[] },
): Promise<void> {
  await deleteIdentities(tx, personIds);
}
