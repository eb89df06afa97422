import { listCues } from '~/domain/captions/list-cues.server';
import { listChapters } from '~/domain/chapters/list-chapters.server';
import { listTechniqueNames } from '~/domain/lexicon/list-technique-names.server';
import type { PlaybackSource } from '~/domain/media/types';
import { getRecordingPlayback } from '~/domain/recordings/get-recording-playback.server';
import { findViewing } from '~/domain/viewing/find-viewing.server';
import type { Viewing } from '~/domain/viewing/types';
import { type LocalizedText, nearestLang, plainText } from '~/i18n/content';
import { LANG_NAMES, type Lang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { isDomainError, messageKey } from '~/platform/errors';
import type { RecordingView } from '~/ui/catalogue/material';
import type { PlayerChapter } from '~/ui/islands/player/settings';
import { playerChapters } from '~/ui/media/player-chapters';
import type { Transcript } from '~/ui/media/transcript';

export type LessonVideo = {
  title: string;
  credit: LocalizedText | null;
  /** Null while it is being prepared, or when it may not be shown. */
  playback: PlaybackSource | null;
  /** Why it may not be shown, as a message key; null while it is being prepared. */
  problem: string | null;
  transcript: Transcript | null;
  recordingId: string;
  /** Captions that only a machine wrote. */
  machineCaptions: readonly Lang[];
  /** What the account remembers of it; null for visitors. */
  viewing: Viewing | null;
};

const EMPTY = {
  ...{ title: '', credit: null, playback: null, problem: null, transcript: null },
  ...{ machineCaptions: [], viewing: null },
};

/** The recording of a lesson for the actor, with its words in the nearest language. `view`: what pages say about it. */
export async function loadLessonVideo(
  ctx: Ctx,
  recordingId: string,
  view: RecordingView | undefined,
): Promise<LessonVideo> {
  const captions = (view?.captions ?? []).map((lang) => ({ lang, label: LANG_NAMES[lang].own }));
  const empty = { ...EMPTY, recordingId, machineCaptions: view?.machineCaptions ?? [] };
  try {
    const { title, credit, source } = await getRecordingPlayback(ctx, { recordingId, captions });
    const transcript = view ? await loadTranscript(ctx, view) : null;
    const words = { title: plainText(title, ctx.lang), credit, transcript };
    if ('hls' in source)
      return { ...empty, ...words, playback: source, viewing: await findViewing(ctx, { recordingId }) };
    const failure = source.failure?.replace(/^media\./, '');
    return { ...empty, ...words, problem: failure ? `media:errors.${failure}` : null };
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return { ...empty, problem: messageKey(error.code) };
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

/** The chapters for the player of a lesson, with their techniques in the reader's script. */
export async function loadPlayerChapters(ctx: Ctx, recordingId: string): Promise<PlayerChapter[]> {
  const parts = (await listChapters(ctx, { recordingIds: [recordingId] })).get(recordingId) ?? [];
  const techniques = await listTechniqueNames(
    ctx,
    parts.flatMap(({ techniqueId }) => techniqueId ?? []),
  );
  return playerChapters(parts, techniques, ctx.lang);
}
