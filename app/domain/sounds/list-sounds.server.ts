import type { Ctx } from '~/platform/context';
import { langOf, listSounds as listRows, type StoredSound } from './data/sounds.server';
import { requirePreparer } from './policy';
import { previewAddress } from './providers/preview-address.server';
import type { ShownSound } from './types';

function stateOf({ refusal, durationMs, savedAt }: StoredSound): ShownSound['state'] {
  if (refusal) return 'refused';
  if (durationMs === null) return 'checking';
  return savedAt ? 'saved' : 'draft';
}

/** The added sounds of a recording, the oldest first, with addresses to listen to. Errors: not-found, forbidden. */
export async function listSounds(ctx: Ctx, { recordingId }: { recordingId: string }): Promise<ShownSound[]> {
  const { assetId } = await requirePreparer(ctx, { recordingId });
  const rows = await listRows(ctx.db, assetId);
  return rows.map((row) => ({
    ...{ id: row.id, lang: langOf(row), label: row.label, offsetMs: row.offsetMs, fileName: row.fileName },
    ...{ state: stateOf(row), refusal: row.refusal },
    preview: row.durationMs === null ? null : previewAddress(ctx, row.id),
  }));
}
