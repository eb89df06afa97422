import type { Ctx } from '~/platform/context';
import { langOf, listSounds as listRows, type StoredSound } from './data/sounds.server';
import { requirePreparer } from './policy';
import type { RecordingOfSound } from './ports';
import { previewAddress } from './providers/preview-address.server';
import { UNEXAMINED } from './rules/probe-sound';
import type { ShownSound } from './types';

function stateOf(sound: StoredSound, heard: RecordingOfSound['heard']): ShownSound['state'] {
  const { id, refusal, durationMs, savedAt, label, offsetMs } = sound;
  if (refusal) return refusal === UNEXAMINED ? 'failed' : 'refused';
  if (durationMs === null) return 'checking';
  if (!savedAt) return 'draft';
  const plays = heard.some((one) => one.soundId === id && one.label === label && one.offsetMs === offsetMs);
  return plays ? 'plays' : 'waits';
}

/** The added sounds of a recording, the oldest first, with addresses to listen to. Errors: not-found, forbidden. */
export async function listSounds(ctx: Ctx, { recordingId }: { recordingId: string }): Promise<ShownSound[]> {
  const { assetId, heard } = await requirePreparer(ctx, { recordingId });
  const rows = await listRows(ctx.db, assetId);
  return rows.map((row) => ({
    ...{ id: row.id, lang: langOf(row), label: row.label, offsetMs: row.offsetMs, fileName: row.fileName },
    ...{ state: stateOf(row, heard), refusal: row.refusal },
    preview: row.durationMs === null ? null : previewAddress(ctx, row.id),
  }));
}
