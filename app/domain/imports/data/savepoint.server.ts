import type { Ctx } from '~/platform/context';

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/** Something names a row that is gone, or would be. */
export const isForeignKeyError = (error: unknown): boolean => hasCode(error, 'P2003');

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
    if (!hasCode(error, 'P2002') && !isForeignKeyError(error)) throw error;
    await db.$executeRaw`ROLLBACK TO SAVEPOINT import_row`;
    return null;
  }
}
