const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/** Whether the database refused a row because a unique index has its place taken already. */
export const isTaken = (error: unknown): boolean => hasCode(error, 'P2002');

/** Whether it refused because something names a row that is gone, or would be. */
export const isForeignKeyError = (error: unknown): boolean => hasCode(error, 'P2003');
