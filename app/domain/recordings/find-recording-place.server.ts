import type { LocalizedText } from '~/i18n/content';
import { readText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import { findRecording, findRecordingByAsset } from './data/recordings.server';
import { canPrepareRecording, canPublishRecording } from './policy';
import './ports';

export type RecordingPlace = {
  assetId: string;
  title: LocalizedText;
  path: string;
  ownerId: string | null;
  /** The actor prepares it. */
  mayPrepare: boolean;
  /** The actor is the instructor whose recording it is. */
  isOwn: boolean;
};

/** Where a recording belongs and what the actor may do with it; null when there is none. */
export async function findRecordingPlace(
  ctx: Ctx,
  which: { assetId: string } | { recordingId: string },
): Promise<RecordingPlace | null> {
  const recording =
    'assetId' in which
      ? await findRecordingByAsset(ctx.db, which.assetId)
      : await findRecording(ctx.db, which.recordingId);
  const organisation = recording && (await ctx.ports.findOrganisation(ctx, recording.organisationId));
  if (!organisation) return null;
  const belonging = { path: organisation.path, ownerId: recording.ownerId };
  return {
    assetId: recording.assetId,
    title: readText(recording.title),
    path: organisation.path,
    ownerId: recording.ownerId,
    mayPrepare: canPrepareRecording(ctx.actor, belonging),
    isOwn: canPublishRecording(ctx.actor, belonging),
  };
}
