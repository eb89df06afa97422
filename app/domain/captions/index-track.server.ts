import type { Lang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { indexCaptions } from '~/platform/search/index-captions.server';

type Track = {
  assetId: string;
  lang: Lang;
  origin: string;
  cues: readonly { startMs: number; text: string }[];
};

/** Writes one track into the search index, in place of what it held of it. Inside a transaction. */
export const indexTrack = (tx: Ctx, { assetId, lang, origin, cues }: Track): Promise<void> =>
  indexCaptions(tx, { group: `asset:${assetId}`, lang, isMachine: origin === 'machine', cues });
