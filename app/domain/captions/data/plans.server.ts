import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import type { CueChange } from '../inputs';
import { LONGEST_TEXT } from '../rules/clean-text';
import { joinCues, splitCue } from '../rules/cue-edits';
import { LONGEST_MS } from '../rules/times';
import { findChange, madeRevision } from './changes.server';
import { boundsAt, findCue, findNextCue, listCuesById, type StoredCue } from './cues.server';

export type Shift = { fromMs: number; byMs: number };

/** What a change does to a track; `undoes` names the change that it takes back. */
export type Plan = {
  removed: readonly StoredCue[];
  added: readonly StoredCue[];
  shift: Shift | null;
  undoes: string | null;
};

type Track = { id: string; revision: number };
type Edit = Exclude<CueChange, { kind: 'shift' } | { kind: 'undo' }>;
type Of<K extends CueChange['kind']> = Extract<CueChange, { kind: K }>;

const plan = (removed: readonly StoredCue[], added: readonly StoredCue[]): Plan => ({
  ...{ removed, added },
  shift: null,
  undoes: null,
});

const isSameCue = (a: StoredCue, b: Pick<StoredCue, 'startMs' | 'endMs' | 'text'>): boolean =>
  a.startMs === b.startMs && a.endMs === b.endMs && a.text === b.text;

/** The cue that somebody saw; when it was changed or removed meanwhile, what was typed must be decided on again. */
async function seenCue(ctx: Ctx, track: Track, { cueId, version }: { cueId: string; version: number }) {
  const cue = await findCue(ctx.db, track.id, cueId);
  if (!cue) throw new DomainError('conflict', 'captions.cue-gone');
  const { startMs, endMs, text, version: now } = cue;
  if (now !== version)
    throw new DomainError('conflict', 'captions.cue-changed', {
      params: { startMs, endMs, text, version: now },
    });
  return cue;
}

const typed = ({ startMs, endMs, text }: { startMs: number; endMs: number; text: string }) => ({
  ...{ startMs, endMs, text },
});

/** Saved twice, the second time changes nothing. */
async function planSave(ctx: Ctx, track: Track, change: Of<'save'>): Promise<Plan | null> {
  const stored = await findCue(ctx.db, track.id, change.cueId);
  if (stored && isSameCue(stored, change)) return null;
  const cue = await seenCue(ctx, track, change);
  return plan([cue], [{ ...cue, ...typed(change), version: cue.version + 1 }]);
}

async function planSplit(ctx: Ctx, track: Track, change: Of<'split'>): Promise<Plan | null> {
  if (await findCue(ctx.db, track.id, change.newId)) return null;
  const cue = await seenCue(ctx, track, change);
  const halves = splitCue(typed(change), change.at);
  if (!halves) throw new DomainError('invalid', 'captions.cannot-split', { field: 'text' });
  const version = cue.version + 1;
  return plan(
    [cue],
    [
      { ...cue, ...halves[0], version },
      { id: change.newId, ...halves[1], version: 1 },
    ],
  );
}

async function planJoin(ctx: Ctx, track: Track, change: Of<'join'>): Promise<Plan> {
  const cue = await seenCue(ctx, track, change);
  const next = await findNextCue(ctx.db, track.id, cue.startMs);
  if (!next) throw new DomainError('invalid', 'captions.no-next-cue');
  const joined = joinCues(typed(change), next);
  if (joined.text.length > LONGEST_TEXT) throw new DomainError('invalid', 'captions.joined-too-long');
  return plan([cue, next], [{ ...cue, ...joined, version: cue.version + 1 }]);
}

async function planRemove(ctx: Ctx, track: Track, change: Of<'remove'>): Promise<Plan | null> {
  const isThere = await findCue(ctx.db, track.id, change.cueId);
  return isThere ? plan([await seenCue(ctx, track, change)], []) : null;
}

async function planInsert(ctx: Ctx, track: Track, change: Of<'insert'>): Promise<Plan | null> {
  if (await findCue(ctx.db, track.id, change.newId)) return null;
  return plan([], [{ id: change.newId, ...typed(change), version: 1 }]);
}

/** What a change of single cues does; null: it was made before. */
export function planEdit(ctx: Ctx, track: Track, change: Edit): Promise<Plan | null> {
  switch (change.kind) {
    case 'save':
      return planSave(ctx, track, change);
    case 'split':
      return planSplit(ctx, track, change);
    case 'join':
      return planJoin(ctx, track, change);
    case 'remove':
      return planRemove(ctx, track, change);
    case 'insert':
      return planInsert(ctx, track, change);
  }
}

async function checkedShift(ctx: Ctx, track: Track, shift: Shift): Promise<Plan> {
  const { before, first, last } = await boundsAt(ctx.db, track.id, shift.fromMs);
  const start = (first ?? 0) + shift.byMs;
  if (first === null || start < 0 || (last ?? 0) + shift.byMs > LONGEST_MS)
    throw new DomainError('invalid', 'captions.shift-outside', { field: 'by' });
  if (before !== null && start <= before)
    throw new DomainError('invalid', 'captions.shift-crosses', { field: 'by' });
  return { removed: [], added: [], shift, undoes: null };
}

/** Sent twice, the second time finds its own revision made, and does nothing. */
export async function planShift(
  ctx: Ctx,
  track: Track,
  { revision, fromMs, byMs }: Of<'shift'>,
  changedBy: string,
): Promise<Plan | null> {
  if (track.revision === revision) return checkedShift(ctx, track, { fromMs, byMs });
  const made = { trackId: track.id, revision: revision + 1, kind: 'shift', changedBy };
  if (await madeRevision(ctx.db, made)) return null;
  throw new DomainError('conflict', 'captions.track-changed');
}

/** Takes back one's own change, unless somebody has changed the same cues since. */
export async function planUndo(
  ctx: Ctx,
  track: Track,
  changeId: string,
  changedBy: string,
): Promise<Plan | null> {
  const change = await findChange(ctx.db, changeId);
  if (!change || change.trackId !== track.id || change.changedBy !== changedBy)
    throw new DomainError('not-found', 'captions.no-such-change');
  if (change.undoneAt) return null;
  const { removed, added, shift } = change;
  if (shift) {
    const back = { fromMs: shift.fromMs + shift.byMs, byMs: -shift.byMs };
    return { ...(await checkedShift(ctx, track, back)), undoes: changeId };
  }
  const ids = [...removed, ...added].map(({ id }) => id);
  const now = new Map((await listCuesById(ctx.db, track.id, ids)).map((cue) => [cue.id, cue]));
  const stands = added.every((cue) => isSameCue(now.get(cue.id) ?? { ...cue, text: `${cue.text}!` }, cue));
  if (!stands || now.size !== added.length) throw new DomainError('conflict', 'captions.undo-overtaken');
  const version = (cue: StoredCue) => (now.get(cue.id)?.version ?? cue.version) + 1;
  const restored = removed.map((cue) => ({ ...cue, version: version(cue) }));
  return { removed: [...now.values()], added: restored, shift: null, undoes: changeId };
}
