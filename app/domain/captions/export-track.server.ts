import type { Lang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { listAllCues } from './data/cues.server';
import { findOwner } from './data/find-owner.server';
import { findTrack } from './data/tracks.server';
import { type ExportFormat, writeCaptionFile } from './rules/caption-files';

/** A track as a file for other programs, for those who prepare the recording; cues without words are left out. */
export async function exportTrack(
  ctx: Ctx,
  { assetId, lang, format }: { assetId: string; lang: Lang; format: ExportFormat },
): Promise<string> {
  await findOwner(ctx, assetId);
  const track = await findTrack(ctx.db, assetId, lang);
  if (!track) throw new DomainError('not-found', 'captions.no-such-track');
  const cues = await listAllCues(ctx.db, track.id);
  return writeCaptionFile(
    format,
    cues.filter(({ text }) => text !== ''),
  );
}
