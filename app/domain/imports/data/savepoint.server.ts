import type { Ctx } from '~/platform/context';

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'P2002';

/**
 * Runs a part of an open transaction that may find its place taken: then the part is undone, and null. Anything else that
 * goes wrong ends the transaction.
 */
export async function inSavepoint<T>({ db }: Ctx, work: () => Promise<T>): Promise<T | null> {
  await db.$executeRaw`SAVEPOINT import_row`;
  try {
    const result = await work();
    await db.$executeRaw`RELEASE SAVEPOINT import_row`;
    return result;
  } catch (error) {
    if (!isTaken(error)) throw error;
    await db.$executeRaw`ROLLBACK TO SAVEPOINT import_row`;
    return null;
  }
}
