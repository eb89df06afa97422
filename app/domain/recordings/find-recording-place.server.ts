import { type Audience, audienceSchema } from '~/domain/media/inputs';
import { type LocalizedText, readText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import { fromDb } from '~/platform/local-date';
import { findRecording, findRecordingByAsset } from './data/recordings.server';
import { RECORDING_ZONE } from './inputs';
import { canPrepareRecording, canPublishRecording } from './policy';
import './ports';

export type RecordingPlace = {
  recordingId: string;
  assetId: string;
  title: LocalizedText;
  path: string;
  ownerId: string | null;
  /** Who may watch it today; null before publication, after withdrawal and after its last day. */
  shownTo: Audience | null;
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
  const { publishedAt, withdrawnAt, availableUntil } = recording;
  const isOver = availableUntil !== null && fromDb(availableUntil) < ctx.clock.today(RECORDING_ZONE);
  const isShown = publishedAt !== null && withdrawnAt === null && !isOver;
  const belonging = { path: organisation.path, ownerId: recording.ownerId };
  return {
    recordingId: recording.id,
    assetId: recording.assetId,
    title: readText(recording.title),
    path: organisation.path,
    ownerId: recording.ownerId,
    shownTo: isShown ? audienceSchema.parse(recording.audience) : null,
    mayPrepare: canPrepareRecording(ctx.actor, belonging),
    isOwn: canPublishRecording(ctx.actor, belonging),
  };
}
