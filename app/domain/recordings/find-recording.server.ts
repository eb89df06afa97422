import type { Ctx } from '~/platform/context';
import { findRecordingBySlug } from './data/recordings.server';

/** A recording's ids by its address, whether published or not; null when there is none. */
export async function findRecording(
  ctx: Ctx,
  { slug }: { slug: string },
): Promise<{ recordingId: string; assetId: string } | null> {
  const row = await findRecordingBySlug(ctx.db, slug);
  return row && { recordingId: row.id, assetId: row.assetId };
}
