import type { Ctx } from '~/platform/context';
import { listLastUploads, type StoredUpload } from './data/uploads.server';
import { keptDays } from './rules/limits';
import type { ShownUpload } from './types';

function stateOf(upload: StoredUpload): ShownUpload['state'] {
  if (upload.endedAt) return 'ended';
  if (upload.acceptedAt) return 'accepted';
  return upload.arrivedAt ? 'arrived' : 'under-way';
}

const shown = (upload: StoredUpload, accountId: string | undefined): ShownUpload => {
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
};

/** The last upload for each of the assets, by asset; whoever may see the assets may see these. */
export async function listUploads(
  ctx: Ctx,
  { assetIds }: { assetIds: readonly string[] },
): Promise<Map<string, ShownUpload>> {
  const uploads = await listLastUploads(ctx.db, assetIds);
  return new Map(uploads.map((upload) => [upload.assetId, shown(upload, ctx.actor?.accountId)]));
}
