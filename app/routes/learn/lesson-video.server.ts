import { listCues } from '~/domain/captions/list-cues.server';
import type { PlaybackSource } from '~/domain/media/types';
import { getRecordingPlayback } from '~/domain/recordings/get-recording-playback.server';
import { type LocalizedText, nearestLang, plainText } from '~/i18n/content';
import { LANG_NAMES } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { isDomainError, messageKey } from '~/platform/errors';
import type { RecordingView } from '~/ui/catalogue/material';
import type { Transcript } from '~/ui/media/transcript';

export type LessonVideo = {
  title: string;
  credit: LocalizedText | null;
  /** Null while it is being prepared, or when it may not be shown. */
  playback: PlaybackSource | null;
  /** Why it may not be shown, as a message key; null while it is being prepared. */
  problem: string | null;
  transcript: Transcript | null;
};

const EMPTY: LessonVideo = { title: '', credit: null, playback: null, problem: null, transcript: null };

/** The recording of a lesson for the actor, with its words in the nearest language. `view`: what pages say about it. */
export async function loadLessonVideo(
  ctx: Ctx,
  recordingId: string,
  view: RecordingView | undefined,
): Promise<LessonVideo> {
  const captions = (view?.captions ?? []).map((lang) => ({ lang, label: LANG_NAMES[lang].own }));
  try {
    const { title, credit, source } = await getRecordingPlayback(ctx, { recordingId, captions });
    const transcript = view ? await loadTranscript(ctx, view) : null;
    const words = { title: plainText(title, ctx.lang), credit, transcript };
    if ('hls' in source) return { ...EMPTY, ...words, playback: source };
    const failure = source.failure?.replace(/^media\./, '');
    return { ...EMPTY, ...words, problem: failure ? `media:errors.${failure}` : null };
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return { ...EMPTY, problem: messageKey(error.code) };
  }
}

async function loadTranscript(ctx: Ctx, view: RecordingView): Promise<Transcript | null> {
  const lang = nearestLang(view.captions, ctx.lang);
  if (!lang) return null;
  const cues = await listCues(ctx, { assetId: view.assetId, lang });
  return {
    lang,
    isMachine: view.machineCaptions.includes(lang),
    cues: cues.map(({ startMs, text }) => ({ startMs, text })),
  };
}
