import { type LocalizedText, readText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import { findRecordingByAsset } from './data/recordings.server';
import './ports';

/** Whose recording an asset belongs to, whether published or not; null while it belongs to none. */
export async function findRecordingOwner(
  ctx: Ctx,
  { assetId }: { assetId: string },
): Promise<{ organisationPath: string; title: LocalizedText } | null> {
  const row = await findRecordingByAsset(ctx.db, assetId);
  const organisation = row && (await ctx.ports.findOrganisation(ctx, row.organisationId));
  return organisation && { organisationPath: organisation.path, title: readText(row.title) };
}
