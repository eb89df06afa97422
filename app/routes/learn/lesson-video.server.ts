import { listCues } from '~/domain/captions/list-cues.server';
import { listTracks } from '~/domain/captions/list-tracks.server';
import type { PlaybackSource } from '~/domain/media/types';
import { getRecordingPlayback } from '~/domain/recordings/get-recording-playback.server';
import { listRecordingFacts } from '~/domain/recordings/list-recording-facts.server';
import { type LocalizedText, nearestLang, plainText } from '~/i18n/content';
import { LANG_NAMES, type Lang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { isDomainError, messageKey } from '~/platform/errors';

export type Transcript = { lang: Lang; isMachine: boolean; cues: { startMs: number; text: string }[] };

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

/** The recording of a lesson for the actor, with its words in the nearest language. */
export async function loadLessonVideo(ctx: Ctx, recordingId: string): Promise<LessonVideo> {
  const facts = (await listRecordingFacts(ctx, [recordingId])).get(recordingId);
  const tracks = facts
    ? ((await listTracks(ctx, { assetIds: [facts.assetId] })).get(facts.assetId) ?? [])
    : [];
  const captions = tracks.map(({ lang }) => ({ lang, label: LANG_NAMES[lang].own }));
  const transcript = facts ? await loadTranscript(ctx, facts.assetId, tracks) : null;
  try {
    const { title, credit, source } = await getRecordingPlayback(ctx, { recordingId, captions });
    const words = { title: plainText(title, ctx.lang), credit, transcript };
    if ('hls' in source) return { ...EMPTY, ...words, playback: source };
    return {
      ...EMPTY,
      ...words,
      problem: source.failure === null ? null : `media:errors.${source.failure.replace(/^media\./, '')}`,
    };
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return { ...EMPTY, problem: messageKey(error.code) };
  }
}

async function loadTranscript(
  ctx: Ctx,
  assetId: string,
  tracks: readonly { lang: Lang; isMachine: boolean }[],
): Promise<Transcript | null> {
  const lang = nearestLang(
    tracks.map((track) => track.lang),
    ctx.lang,
  );
  if (!lang) return null;
  const cues = await listCues(ctx, { assetId, lang });
  const isMachine = tracks.find((track) => track.lang === lang)?.isMachine ?? false;
  return { lang, isMachine, cues: cues.map(({ startMs, text }) => ({ startMs, text })) };
}
