import type { Db } from '~/platform/context';

/** Seconds a lease holds without being renewed: so long a killed server keeps others waiting. */
const leaseSeconds = 10;

/** Takes the lease when it is free, or asks its holder to let go: true when taken. */
export async function takeLease(db: Db, id: string, holder: string): Promise<boolean> {
  const taken = await db.$executeRaw`
    UPDATE upload SET lock_holder = ${holder}::uuid, lock_wanted = false,
                      lock_until = now() + ${leaseSeconds} * interval '1 second'
    WHERE id = ${id}::uuid AND (lock_holder IS NULL OR lock_until < now())`;
  if (taken === 1) return true;
  await db.$executeRaw`UPDATE upload SET lock_wanted = true WHERE id = ${id}::uuid AND NOT lock_wanted`;
  return false;
}

/** Prolongs the lease: 'lost' when somebody else has it, 'wanted' when somebody waits for it. */
export async function renewLease(db: Db, id: string, holder: string): Promise<'held' | 'wanted' | 'lost'> {
  const [row] = await db.$queryRaw<{ wanted: boolean }[]>`
    UPDATE upload SET lock_until = now() + ${leaseSeconds} * interval '1 second'
    WHERE id = ${id}::uuid AND lock_holder = ${holder}::uuid RETURNING lock_wanted AS wanted`;
  if (!row) return 'lost';
  return row.wanted ? 'wanted' : 'held';
}

export const releaseLease = (db: Db, id: string, holder: string) =>
  db.$executeRaw`UPDATE upload SET lock_holder = NULL, lock_until = NULL, lock_wanted = false
                 WHERE id = ${id}::uuid AND lock_holder = ${holder}::uuid`;
