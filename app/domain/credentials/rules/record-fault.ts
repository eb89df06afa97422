import { type ChainRecord, ERASED } from './chain-record';
import { snapshotHash } from './snapshot-hash';

export type RecordFault = 'snapshot-changed' | 'record-missing' | 'document-missing' | 'document-changed';

type Stored = { sha256: string; certificateId: string | null } | null;

/** What of a stored file is not as recorded. */
function fileFault(stored: Stored, recorded: string | null): RecordFault | null {
  if (recorded === ERASED) return 'record-missing';
  if (recorded === null) return stored?.certificateId ? 'record-missing' : null;
  if (!stored) return 'document-missing';
  return stored.sha256 === recorded ? null : 'document-changed';
}

/** What of a document is not as the audit chain has it; null when all is, and for documents of which it has nothing. */
export function recordFault(
  row: { snapshot: unknown; document: Stored; card: Stored },
  { snapshots, file, card }: ChainRecord,
): RecordFault | null {
  const hash = snapshots.length > 0 ? snapshotHash(row.snapshot) : null;
  if (snapshots.some((recorded) => recorded !== hash)) return 'snapshot-changed';
  return fileFault(row.document, file) ?? fileFault(row.card, card);
}
