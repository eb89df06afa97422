import { getPlayback } from '~/domain/media/get-playback.server';
import type { NotPlayable, PlaybackSource } from '~/domain/media/types';
import type { LocalizedText } from '~/i18n/content';
import { isLang, type Lang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { findLastChange } from './data/changes.server';
import { findCueBefore, findPageBefore, listCuesFrom, sumCues, type TrackSums } from './data/cues.server';
import { findLastDecision } from './data/decisions.server';
import { type DescribedCue, describeCues } from './data/described-cues.server';
import { findOwner } from './data/find-owner.server';
import { findTrack, type TrackRow } from './data/tracks.server';
import type { TrackPageInput } from './inputs';
import { canApproveCaptions, canWriteCaptions } from './policy';
import { READING_SPEED } from './rules/cue-warnings';
import { isOffered, stateOf, type TrackState } from './rules/track-state';

/** So many cues stand on one page. */
const PAGE = 25;

export type TrackPage = TrackSums & {
  title: LocalizedText;
  lang: Lang;
  state: TrackState;
  isMachine: boolean;
  isOffered: boolean;
  revision: number;
  /** The language beside: the one asked for, else the one it is translated from. */
  side: Lang | null;
  decision: { act: string; note: string; at: Date } | null;
  page: DescribedCue[];
  /** Starts of the pages before and after. */
  previous: number | null;
  next: number | null;
  /** What the actor would undo. */
  undo: { id: string; kind: string } | null;
  readingSpeed: number;
  canWrite: boolean;
  canApprove: boolean;
  playback: PlaybackSource | NotPlayable;
};

const preview = (ctx: Ctx, assetId: string) =>
  getPlayback(ctx, { assetId, audience: { kind: 'account' }, captions: [] });

async function readCues(ctx: Ctx, track: TrackRow, { from, only }: TrackPageInput) {
  const asked = { from, isEmpty: only === 'empty', take: PAGE };
  const found = await listCuesFrom(ctx.db, track.id, { ...asked, take: PAGE + 1 });
  const next = found[PAGE] ?? null;
  const previous = from > 0 ? await findPageBefore(ctx.db, track.id, asked) : null;
  const cues = found.slice(0, PAGE);
  const [first] = cues;
  const before = first ? await findCueBefore(ctx.db, track.id, first.startMs) : null;
  // Where some cues are left out, those shown are no neighbours; only the one before the first is looked up.
  return { cues, next, previous, around: { previous: before, next: only === 'all' ? next : null } };
}

/** One page of a language's cues with all that an editor needs beside them, for those who prepare the recording. */
export async function getTrackPage(
  ctx: Ctx,
  { assetId, lang, side, ...asked }: TrackPageInput & { assetId: string; lang: Lang; side: Lang | null },
): Promise<TrackPage> {
  const owner = await findOwner(ctx, assetId);
  const { title } = owner;
  const track = await findTrack(ctx.db, assetId, lang);
  if (!track) throw new DomainError('not-found', 'captions.no-such-track');
  const beside = side ?? (isLang(track.sourceLang) ? track.sourceLang : null);
  const shown = beside === lang ? null : beside;
  const { cues, next, previous, around } = await readCues(ctx, track, asked);
  const decision = await findLastDecision(ctx.db, track.id);
  const canWrite = canWriteCaptions(ctx.actor, owner, lang);
  return {
    ...(await sumCues(ctx.db, track.id)),
    ...{ title, lang, side: shown, canWrite, revision: track.revision },
    state: stateOf({ ...track, decision }),
    isMachine: track.origin === 'machine',
    isOffered: isOffered(track),
    decision: decision && { act: decision.act, note: decision.note, at: decision.decidedAt },
    page: await describeCues(ctx, { assetId, lang, side: shown }, cues, around),
    ...{ previous, next: next?.startMs ?? null },
    undo: canWrite ? await findLastChange(ctx.db, track.id, ctx.actor?.accountId ?? '') : null,
    readingSpeed: READING_SPEED[lang],
    canApprove: canApproveCaptions(ctx.actor, owner),
    playback: await preview(ctx, assetId),
  };
}
