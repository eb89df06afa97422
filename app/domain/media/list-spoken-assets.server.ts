import type { Lang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { listAssetsInLang } from './data/assets.server';

/** Ids of the assets with a sound in the language. */
export const listSpokenAssets = async (ctx: Ctx, { lang }: { lang: Lang }): Promise<string[]> =>
  (await listAssetsInLang(ctx.db, lang)).map(({ assetId }) => assetId);
