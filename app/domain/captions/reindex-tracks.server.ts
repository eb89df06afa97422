import { isLang } from '~/i18n/locales';
import { type Ctx, inTransaction } from '~/platform/context';
import { indexTrack } from './data/search-rows.server';
import { listAllTracks, listCues } from './data/tracks.server';

/** Writes every track into the search index anew, one transaction for each. */
export async function reindexTracks(ctx: Ctx): Promise<void> {
  for (const { assetId, lang, origin } of await listAllTracks(ctx.db)) {
    if (!isLang(lang)) continue;
    await inTransaction(ctx, async (tx) => {
      const cues = await listCues(tx.db, assetId, lang);
      await indexTrack(tx, { assetId, lang, origin, cues });
    });
  }
}
