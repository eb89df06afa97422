import type { Ctx } from '~/platform/context';
import { keptContent } from '~/platform/db/kept-content.server';
import { listCues as listRows } from './data/tracks.server';
import type { Cue } from './rules/webvtt';
import { withoutParts } from './rules/without-parts';

const kept = keptContent<Cue[]>({ max: 200 });

/** The transcript of an asset in one language; empty when there is none. */
export async function listCues(
  ctx: Ctx,
  { assetId, lang }: { assetId: string; lang: string },
): Promise<readonly Cue[]> {
  return kept(ctx, `${assetId} ${lang}`, async () => {
    const rows = withoutParts(
      await listRows(ctx.db, assetId, lang),
      await ctx.ports.withdrawnSpans(ctx, assetId),
    );
    return rows.map(({ startMs, endMs, text }) => ({ startMs, endMs, text }));
  });
}
