import type { Ctx } from '~/platform/context';
import { listUploadsOf } from './data/uploads.server';

/** What is held about somebody's own uploads, for the export of everything held about them. */
export async function exportUploads(
  ctx: Ctx,
  { accountId }: { accountId: string },
): Promise<Record<string, unknown>> {
  const uploads = await listUploadsOf(ctx.db, accountId);
  return {
    uploads: uploads.map(({ fileName, bytes, createdAt, sha256, refusal }) => ({
      ...{ fileName, bytes: Number(bytes), sha256, refusal },
      createdAt: createdAt.toISOString(),
    })),
  };
}
