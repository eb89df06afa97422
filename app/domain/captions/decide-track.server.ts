import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { DomainError } from '~/platform/errors';
import { countEmpty } from './data/cues.server';
import { findLastDecision, insertDecision } from './data/decisions.server';
import { requireWriter } from './data/find-owner.server';
import { labelTrack } from './data/search-rows.server';
import { lockTrack, type TrackRow, updateTrack } from './data/tracks.server';
import type { DecideTrackInput } from './inputs';
import { canApproveCaptions } from './policy';
import { mayFollow, stateOf } from './rules/track-state';

/** What a machine wrote bears its label until a person has reviewed all of it. */
async function takeLabelAway(tx: Ctx, track: TrackRow, lang: DecideTrackInput['lang']): Promise<void> {
  if (track.origin !== 'machine') return;
  await updateTrack(tx.db, track.id, { origin: 'reviewed' });
  await labelTrack(tx, { assetId: track.assetId, lang, origin: 'reviewed' });
  await raiseContentVersion(tx);
}

async function decide(tx: Ctx, { assetId, lang, act, revision, note }: DecideTrackInput): Promise<void> {
  const track = await lockTrack(tx.db, assetId, lang);
  if (!track) throw new DomainError('not-found', 'captions.no-such-track');
  const state = stateOf({ ...track, decision: await findLastDecision(tx.db, track.id) });
  if (track.revision !== revision) throw new DomainError('conflict', 'captions.track-changed');
  if (state === act) return;
  if (!mayFollow(state, act)) throw new DomainError('conflict', 'captions.review-first');
  if (act === 'reviewed' && (await countEmpty(tx.db, track.id)) > 0)
    throw new DomainError('invalid', 'captions.not-complete');
  const [decidedBy, decidedAt] = [tx.actor?.accountId ?? '', tx.clock.now()];
  await insertDecision(tx.db, { trackId: track.id, revision, act, note, decidedBy, decidedAt });
  if (act === 'reviewed') await takeLabelAway(tx, track, lang);
  await recordAct(tx, {
    act: `captions.track-${act}`,
    subject: { type: 'asset', id: assetId },
    detail: { lang, revision, note },
  });
}

/**
 * Says of the captions as they stand (`revision`) that they are reviewed, approved, or given back with a note. Whoever
 * writes captions reviews; the recording's instructor approves and gives back. Decided twice, once counts.
 * Errors: conflict when the captions were changed meanwhile or were not reviewed; invalid while cues lack words.
 */
export async function decideTrack(ctx: Ctx, input: DecideTrackInput): Promise<void> {
  const owner = await requireWriter(ctx, input.assetId, input.lang);
  if (input.act !== 'reviewed' && !canApproveCaptions(ctx.actor, owner))
    throw new DomainError('forbidden', 'captions.cannot-approve');
  await inTransaction(ctx, (tx) => decide(tx, input));
}
