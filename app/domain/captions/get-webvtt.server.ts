import type { Ctx } from '~/platform/context';
import { listCues } from './data/tracks.server';
import { writeWebVtt } from './rules/webvtt';

/** One language's captions as a WebVTT file, or null when there are none. */
export async function getWebvtt(
  ctx: Ctx,
  { assetId, lang }: { assetId: string; lang: string },
): Promise<string | null> {
  const cues = await listCues(ctx.db, assetId, lang);
  return cues.length > 0 ? writeWebVtt(cues) : null;
}
