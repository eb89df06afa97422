import { type ChainRecord, ERASED } from './chain-record';
import { snapshotHash } from './snapshot-hash';

export type RecordFault = 'snapshot-changed' | 'record-missing' | 'document-missing' | 'document-changed';

/** What of a document is not as the audit chain has it; null when all is, and for documents of which it has nothing. */
export function recordFault(
  row: { snapshot: unknown; document: { sha256: string; certificateId: string | null } | null },
  { snapshots, file }: ChainRecord,
): RecordFault | null {
  const hash = snapshots.length > 0 ? snapshotHash(row.snapshot) : null;
  if (snapshots.some((recorded) => recorded !== hash)) return 'snapshot-changed';
  if (file === ERASED) return 'record-missing';
  if (file === null) return row.document?.certificateId ? 'record-missing' : null;
  if (!row.document) return 'document-missing';
  return row.document.sha256 === file ? null : 'document-changed';
}
