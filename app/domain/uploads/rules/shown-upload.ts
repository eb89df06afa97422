import type { ShownUpload } from '../types';
import { keptDays } from './limits';

interface Row {
  id: string;
  accountId: string;
  assetId: string;
  fileName: string;
  bytes: bigint;
  receivedBytes: bigint;
  lastSeenAt: Date;
  announcedSha256: string | null;
  arrivedAt: Date | null;
  sha256: string | null;
  acceptedAt: Date | null;
  endedAt: Date | null;
  refusal: string | null;
}

function stateOf(upload: Row): ShownUpload['state'] {
  if (upload.endedAt) return 'ended';
  if (upload.acceptedAt) return 'accepted';
  return upload.arrivedAt ? 'arrived' : 'under-way';
}

/** An upload as pages show it to one account. */
export function toShown(upload: Row, accountId: string | undefined): ShownUpload {
  const state = stateOf(upload);
  const end = new Date(upload.lastSeenAt.getTime() + keptDays * 86_400_000);
  return {
    uploadId: upload.id,
    assetId: upload.assetId,
    fileName: upload.fileName,
    bytes: Number(upload.bytes),
    receivedBytes: Number(upload.receivedBytes),
    isOwn: upload.accountId === accountId,
    state,
    refusal: upload.refusal,
    sha256: upload.sha256,
    isConfirmed: upload.sha256 !== null && upload.sha256 === upload.announcedSha256,
    expiresAt: state === 'under-way' ? end.toISOString() : null,
  };
}
