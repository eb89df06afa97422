import { getPlayback } from '~/domain/media/get-playback.server';
import { readText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import { requireRecording } from './data/own-recording.server';
import type { RecordingPlayback } from './get-recording-playback.server';
import { canPrepareRecording } from './policy';

/**
 * What viewers will get, for those who prepare it, in whatever state the recording is; the addresses hold for this
 * session only. Errors: not-found, forbidden.
 */
export async function previewRecording(
  ctx: Ctx,
  input: { recordingId: string; captions: readonly { lang: string; label: string }[] },
): Promise<RecordingPlayback> {
  const recording = await requireRecording(
    ctx,
    input.recordingId,
    canPrepareRecording,
    'media.cannot-prepare-recording',
  );
  const source = await getPlayback(ctx, {
    assetId: recording.assetId,
    audience: { kind: 'account' },
    captions: input.captions,
  });
  return { title: readText(recording.title), credit: readText(recording.credit), source };
}
