import type { Lang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { changeCaptions, labelCaptions } from '~/platform/search/change-captions.server';
import { indexCaptions } from '~/platform/search/index-captions.server';

type Track = { assetId: string; lang: Lang; origin: string };
type Said = { startMs: number; text: string };

const facts = ({ assetId, lang, origin }: Track) => ({
  group: `asset:${assetId}`,
  lang,
  isMachine: origin === 'machine',
});

const spoken = (cues: readonly Said[]): Said[] => cues.filter(({ text }) => text !== '');

/** Writes one track into the search index, in place of what it held of it. Inside a transaction. */
export const indexTrack = (tx: Ctx, track: Track & { cues: readonly Said[] }): Promise<void> =>
  indexCaptions(tx, { ...facts(track), cues: spoken(track.cues) });

/** Writes a few cues of a track anew; the others are left alone. Inside a transaction. */
export const indexCues = (
  tx: Ctx,
  track: Track,
  { removed, added }: { removed: readonly Said[]; added: readonly Said[] },
): Promise<void> =>
  changeCaptions(tx, facts(track), {
    removed: removed.map(({ startMs }) => startMs),
    added: spoken(added),
  });

/** Says of the whole track whether a machine wrote it. Inside a transaction. */
export const labelTrack = (tx: Ctx, track: Track): Promise<void> => labelCaptions(tx, facts(track));
