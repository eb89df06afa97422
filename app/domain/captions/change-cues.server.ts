import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { DomainError } from '~/platform/errors';
import { insertChange, markUndone } from './data/changes.server';
import {
  countEmpty,
  exchangeCues,
  findCue,
  findCueBefore,
  findNextCue,
  isStartTaken,
  listAllCues,
  type StoredCue,
  shiftCues,
  sumCues,
} from './data/cues.server';
import { type DescribedCue, describeCues } from './data/described-cues.server';
import { requireWriter } from './data/find-owner.server';
import { type Plan, planEdit, planShift, planUndo } from './data/plans.server';
import { indexCues, indexTrack } from './data/search-rows.server';
import { lockTrack, type TrackRow, updateTrack } from './data/tracks.server';
import './ports';
import type { ChangeCuesInput, CueChange } from './inputs';
import { isOffered } from './rules/track-state';

export type ChangedTrack = {
  /** Undoes what was done; null when nothing had to be. */
  changeId: string | null;
  revision: number;
  /** The cue that was saved, as it stands now, and how many cues of the track have words. */
  saved: { cue: DescribedCue; filled: number; cues: number } | null;
  /** Where the changed cues begin; null where all may have moved or gone. */
  startMs: number | null;
};

type Work = { lang: ChangeCuesInput['lang']; track: TrackRow; accountId: string; kind: CueChange['kind'] };

function planOf(tx: Ctx, { track, accountId }: Work, change: CueChange): Promise<Plan | null> {
  if (change.kind === 'undo') return planUndo(tx, track, change.changeId, accountId);
  if (change.kind === 'shift') return planShift(tx, track, change, accountId);
  return planEdit(tx, track, change);
}

async function writeCues(tx: Ctx, { track }: Work, { removed, added, shift, undoes }: Plan): Promise<void> {
  if (shift) return shiftCues(tx.db, track.id, shift);
  const starts = added.map(({ startMs }) => startMs);
  const but = removed.map(({ id }) => id);
  if (await isStartTaken(tx.db, track.id, starts, but)) {
    throw undoes
      ? new DomainError('conflict', 'captions.undo-overtaken')
      : new DomainError('invalid', 'captions.start-taken', { field: 'start' });
  }
  await exchangeCues(tx.db, track.id, removed, added);
}

/** A translation is complete when its last empty cue was written, and viewers get it from then on. */
async function completedNow(tx: Ctx, { track }: Work): Promise<boolean> {
  return !isOffered(track) && (await countEmpty(tx.db, track.id)) === 0;
}

/** Only what was changed is written into the index; all of it where every cue moved or viewers had none before. */
async function followChange(tx: Ctx, { track, lang }: Work, plan: Plan, isNew: boolean): Promise<void> {
  if (!isNew && !isOffered(track)) return;
  const facts = { assetId: track.assetId, lang, origin: track.origin };
  if (isNew || plan.shift) await indexTrack(tx, { ...facts, cues: await listAllCues(tx.db, track.id) });
  else await indexCues(tx, facts, plan);
  await tx.publish({ type: 'captions.changed', assetId: facts.assetId });
  await raiseContentVersion(tx);
}

async function applyPlan(tx: Ctx, work: Work, plan: Plan): Promise<string | null> {
  const { track, kind, accountId } = work;
  const now = tx.clock.now();
  await writeCues(tx, work, plan);
  const isNew = await completedNow(tx, work);
  await updateTrack(tx.db, track.id, {
    revision: { increment: 1 },
    ...(isNew ? { completedAt: now } : {}),
  });
  await followChange(tx, work, plan, isNew);
  if (plan.undoes) {
    await markUndone(tx.db, plan.undoes, now);
    return null;
  }
  const { removed, added, shift } = plan;
  const made = {
    trackId: track.id,
    revision: track.revision + 1,
    kind,
    changedBy: accountId,
    changedAt: now,
  };
  return insertChange(tx.db, { ...made, removed, added, shift });
}

/** Outside the transaction, where the lexicon's words are kept ready. */
async function describeSaved(
  ctx: Ctx,
  trackId: string,
  stored: StoredCue,
  { assetId, lang, side = null }: ChangeCuesInput,
): Promise<ChangedTrack['saved']> {
  const around = {
    previous: await findCueBefore(ctx.db, trackId, stored.startMs),
    next: await findNextCue(ctx.db, trackId, stored.startMs),
  };
  const beside = { assetId, lang, side: side === lang ? null : side };
  const [cue] = await describeCues(ctx, beside, [stored], around);
  const { filled, cues } = await sumCues(ctx.db, trackId);
  return cue ? { cue, filled, cues } : null;
}

async function makeChange(tx: Ctx, { assetId, lang, change }: ChangeCuesInput) {
  const track = await lockTrack(tx.db, assetId, lang);
  if (!track) throw new DomainError('not-found', 'captions.no-such-track');
  const work: Work = { track, lang, accountId: tx.actor?.accountId ?? '', kind: change.kind };
  const plan = await planOf(tx, work, change);
  const changeId = plan && (await applyPlan(tx, work, plan));
  return {
    changeId,
    trackId: track.id,
    revision: track.revision + (plan ? 1 : 0),
    stored: change.kind === 'save' ? await findCue(tx.db, track.id, change.cueId) : null,
    startMs: plan?.added[0]?.startMs ?? plan?.removed[0]?.startMs ?? null,
  };
}

/**
 * One change of a track's cues; the others stay untouched, and so do their rows in the search index. Whatever was
 * decided about the track before holds no more. Sent twice, a change is made once. Errors: conflict when somebody else
 * changed the same cue meanwhile; invalid for times that another cue has.
 */
export async function changeCues(ctx: Ctx, input: ChangeCuesInput): Promise<ChangedTrack> {
  await requireWriter(ctx, input.assetId, input.lang);
  const made = await inTransaction(ctx, (tx) => makeChange(tx, input));
  const { changeId, revision, startMs, stored, trackId } = made;
  const saved = stored && (await describeSaved(ctx, trackId, stored, input));
  return { changeId, revision, startMs, saved };
}
