import type { Lang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { changeCaptions, labelCaptions } from '~/platform/search/change-captions.server';
import { indexCaptions } from '~/platform/search/index-captions.server';
import { withoutParts } from '../rules/without-parts';

type Track = { assetId: string; lang: Lang; origin: string };
type Said = { startMs: number; endMs: number; text: string };

const facts = ({ assetId, lang, origin }: Track) => ({
  group: `asset:${assetId}`,
  lang,
  isMachine: origin === 'machine',
});

/** What may be found: cues with text, without what is said in withdrawn parts. */
async function spoken<C extends Said>(tx: Ctx, assetId: string, cues: readonly C[]): Promise<C[]> {
  const parts = await tx.ports.withdrawnSpans(tx, assetId);
  return withoutParts(cues, parts).filter(({ text }) => text !== '');
}

/** Writes one track into the search index, in place of what it held of it. Inside a transaction. */
export async function indexTrack(tx: Ctx, track: Track & { cues: readonly Said[] }): Promise<void> {
  await indexCaptions(tx, { ...facts(track), cues: await spoken(tx, track.assetId, track.cues) });
}

/** Writes a few cues of a track anew; the others are left alone. Inside a transaction. */
export async function indexCues(
  tx: Ctx,
  track: Track,
  { removed, added }: { removed: readonly Said[]; added: readonly Said[] },
): Promise<void> {
  await changeCaptions(tx, facts(track), {
    removed: removed.map(({ startMs }) => startMs),
    added: await spoken(tx, track.assetId, added),
  });
}

/** Says of the whole track whether a machine wrote it. Inside a transaction. */
export const labelTrack = (tx: Ctx, track: Track): Promise<void> => labelCaptions(tx, facts(track));
