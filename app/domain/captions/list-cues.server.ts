import type { Ctx } from '~/platform/context';
import { listCues as listRows } from './data/tracks.server';
import type { Cue } from './rules/webvtt';

/** The transcript of an asset in one language; empty when there is none. */
export async function listCues(
  ctx: Ctx,
  { assetId, lang }: { assetId: string; lang: string },
): Promise<Cue[]> {
  const rows = await listRows(ctx.db, assetId, lang);
  return rows.map(({ startMs, endMs, text }) => ({ startMs, endMs, text }));
}
