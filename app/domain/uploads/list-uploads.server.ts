import type { Ctx } from '~/platform/context';
import { listLastUploads } from './data/uploads.server';
import { toShown } from './rules/shown-upload';
import type { ShownUpload } from './types';

/** The last upload of a master for each of the assets, by asset; whoever may see the assets may see these. */
export async function listUploads(
  ctx: Ctx,
  { assetIds }: { assetIds: readonly string[] },
): Promise<Map<string, ShownUpload>> {
  const uploads = await listLastUploads(ctx.db, assetIds);
  return new Map(uploads.map((upload) => [upload.assetId, toShown(upload, ctx.actor?.accountId)]));
}
