import type { Ctx } from '~/platform/context';
import type { LocalDate } from '~/platform/local-date';
import { upsertIdentity } from './data/identities.server';

/**
 * Keeps a person's IIN and birthday, sealed; null leaves what is there; a birthday replaces the one that the person gave. Inside the transaction that needs them. Throws
 * Prisma's P2002 when the number is somebody else's. The caller authorises.
 */
export async function keepIdentity(
  tx: Ctx,
  input: { personId: string; iin: string | null; birthOn: LocalDate | null },
): Promise<void> {
  await upsertIdentity(tx, input);
}
