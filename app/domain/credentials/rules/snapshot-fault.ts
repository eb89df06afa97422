import { credentialSnapshot } from './snapshot';

export type SnapshotFault = 'snapshot-unreadable' | 'serial-differs' | 'number-differs';

/** What does not fit between a stored snapshot and the columns beside it; null when all does. */
export function faultOfSnapshot(row: {
  snapshot: unknown;
  serial: string;
  number: string;
}): SnapshotFault | null {
  const read = credentialSnapshot.safeParse(row.snapshot);
  if (!read.success) return 'snapshot-unreadable';
  if (read.data.serial !== row.serial) return 'serial-differs';
  return read.data.number === row.number ? null : 'number-differs';
}
