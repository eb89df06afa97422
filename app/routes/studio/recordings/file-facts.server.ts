import { getPackaging } from '~/domain/media/get-packaging.server';
import { listUploads } from '~/domain/uploads/list-uploads.server';
import type { Ctx } from '~/platform/context';
import type { FileFacts } from '~/ui/uploads/packaging-state';

/** Where the files of recordings are, by asset. */
export async function loadFileFacts(ctx: Ctx, assetIds: readonly string[]): Promise<Map<string, FileFacts>> {
  const [packaging, uploads] = await Promise.all([
    getPackaging(ctx, { assetIds }),
    listUploads(ctx, { assetIds }),
  ]);
  return new Map(
    assetIds.map((id) => [id, { packaging: packaging.get(id) ?? null, upload: uploads.get(id) ?? null }]),
  );
}
