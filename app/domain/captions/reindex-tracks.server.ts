import { isLang } from '~/i18n/locales';
import { type Ctx, inTransaction } from '~/platform/context';
import { indexTrack } from './data/search-rows.server';
import { listAllTracks, listCues } from './data/tracks.server';

/** Writes every track, or those of one asset, into the search index anew, one transaction for each (or the open one). */
export async function reindexTracks(ctx: Ctx, only: { assetId?: string } = {}): Promise<void> {
  for (const { assetId, lang, origin } of await listAllTracks(ctx.db, only.assetId ?? null)) {
    if (!isLang(lang)) continue;
    await inTransaction(ctx, async (tx) => {
      const cues = await listCues(tx.db, assetId, lang);
      await indexTrack(tx, { assetId, lang, origin, cues });
    });
  }
}
