import type { Ctx } from '~/platform/context';
import { isForeignKeyError, isTaken } from '~/platform/db/refused';

/**
 * Runs a part of an open transaction that may find its place taken, or its person gone: then the part is undone, and null.
 * Anything else that goes wrong ends the transaction.
 */
export async function inSavepoint<T>({ db }: Ctx, work: () => Promise<T>): Promise<T | null> {
  await db.$executeRaw`SAVEPOINT import_row`;
  try {
    const result = await work();
    await db.$executeRaw`RELEASE SAVEPOINT import_row`;
    return result;
  } catch (error) {
    if (!isTaken(error) && !isForeignKeyError(error)) throw error;
    await db.$executeRaw`ROLLBACK TO SAVEPOINT import_row`;
    return null;
  }
}
