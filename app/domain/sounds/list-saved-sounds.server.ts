import type { Ctx } from '~/platform/context';
import { langOf, listSounds } from './data/sounds.server';
import type { SavedSound } from './types';

/** The sounds that the next packaged version of an asset holds beside its master's own. */
export async function listSavedSounds(ctx: Ctx, { assetId }: { assetId: string }): Promise<SavedSound[]> {
  const rows = await listSounds(ctx.db, assetId);
  return rows
    .filter(({ savedAt }) => savedAt !== null)
    .map((row) => ({
      ...{ id: row.id, lang: langOf(row), label: row.label, offsetMs: row.offsetMs, fileKey: row.fileKey },
    }));
}
