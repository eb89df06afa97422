import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { DomainError } from '~/platform/errors';
import { indexTrack } from './data/search-rows.server';
import { replaceTrack as writeTrack } from './data/tracks.server';
import type { ReplaceTrackInput } from './inputs';
import { canWriteCaptions } from './policy';
import './ports';
import { isOrdered } from './rules/webvtt';

/**
 * Writes all captions of one asset in one language. Errors: forbidden, also for another organisation's recording;
 * invalid when cues overlap.
 */
export async function replaceTrack(ctx: Ctx, { cues, ...track }: ReplaceTrackInput): Promise<void> {
  const owner = await ctx.ports.captionsOwner(ctx, track.assetId);
  if (!canWriteCaptions(ctx.actor, owner, track.lang))
    throw new DomainError('forbidden', 'captions.cannot-write');
  if (!isOrdered(cues)) throw new DomainError('invalid', 'captions.cues-overlap');
  await inTransaction(ctx, async (tx) => {
    await writeTrack(tx.db, { ...track, createdAt: tx.clock.now() }, cues);
    await indexTrack(tx, { ...track, cues });
    await tx.publish({ type: 'captions.changed', assetId: track.assetId });
    await raiseContentVersion(tx);
    await recordAct(tx, {
      act: 'captions.track-replaced',
      subject: { type: 'asset', id: track.assetId },
      detail: { lang: track.lang, cues: cues.length },
    });
  });
}
