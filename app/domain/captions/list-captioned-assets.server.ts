import type { Lang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { listTracksInLang } from './data/tracks.server';

/** Ids of the assets with captions in the language. */
export const listCaptionedAssets = async (ctx: Ctx, { lang }: { lang: Lang }): Promise<string[]> =>
  (await listTracksInLang(ctx.db, lang)).map(({ assetId }) => assetId);
