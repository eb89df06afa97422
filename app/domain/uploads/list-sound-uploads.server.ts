import type { Lang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { listLastSoundUploads } from './data/uploads.server';
import { toShown } from './rules/shown-upload';
import type { ShownUpload } from './types';

/** The last upload of a sound in each language of one asset; whoever may see the asset's sounds may see these. */
export async function listSoundUploads(
  ctx: Ctx,
  { assetId }: { assetId: string },
): Promise<{ [L in Lang]?: ShownUpload }> {
  const uploads = await listLastSoundUploads(ctx.db, assetId);
  return Object.fromEntries(
    uploads.map((upload) => [upload.soundLang, toShown(upload, ctx.actor?.accountId)]),
  );
}
