import type { Ctx } from '~/platform/context';
import { listCues } from './data/tracks.server';
import { writeWebVtt } from './rules/webvtt';
import { withoutParts } from './rules/without-parts';

/** One language's captions as a WebVTT file, or null when there are none. */
export async function getWebvtt(
  ctx: Ctx,
  { assetId, lang }: { assetId: string; lang: string },
): Promise<string | null> {
  const said = await listCues(ctx.db, assetId, lang);
  const cues = withoutParts(said, await ctx.ports.withdrawnSpans(ctx, assetId));
  return cues.length > 0 ? writeWebVtt(cues) : null;
}
