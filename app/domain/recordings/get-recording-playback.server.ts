import { getPlayback } from '~/domain/media/get-playback.server';
import { audienceSchema } from '~/domain/media/inputs';
import type { NotPlayable, PlaybackSource } from '~/domain/media/types';
import { type LocalizedText, readText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import { keptContent } from '~/platform/db/kept-content.server';
import { DomainError } from '~/platform/errors';
import { fromDb } from '~/platform/local-date';
import { findRecording } from './data/recordings.server';
import { RECORDING_ZONE } from './inputs';

const kept = keptContent<{ recording: Awaited<ReturnType<typeof findRecording>> }>({ max: 2_000 });

export type RecordingPlayback = {
  title: LocalizedText;
  credit: LocalizedText;
  source: PlaybackSource | NotPlayable;
};

/**
 * Signed addresses of a recording for the actor. Errors: not-found before publication, gone after withdrawal or its
 * last day, forbidden for somebody outside its audience.
 */
export async function getRecordingPlayback(
  ctx: Ctx,
  input: { recordingId: string; captions: readonly { lang: string; label: string }[] },
): Promise<RecordingPlayback> {
  const { recording } = await kept(ctx, input.recordingId, async () => ({
    recording: await findRecording(ctx.db, input.recordingId),
  }));
  if (!recording?.publishedAt) throw new DomainError('not-found', 'media.no-such-recording');
  const isOver =
    recording.availableUntil !== null && fromDb(recording.availableUntil) < ctx.clock.today(RECORDING_ZONE);
  if (recording.withdrawnAt || isOver) throw new DomainError('gone', 'media.recording-withdrawn');
  const source = await getPlayback(ctx, {
    assetId: recording.assetId,
    audience: audienceSchema.parse(recording.audience),
    captions: input.captions,
  });
  return { title: readText(recording.title), credit: readText(recording.credit), source };
}
