import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import './ports';
import type { RecordingOfSound } from './ports';

/** Whoever prepares a recording keeps its sounds. Errors: not-found, forbidden. */
export async function requirePreparer(
  ctx: Ctx,
  which: { recordingId: string } | { assetId: string },
): Promise<RecordingOfSound> {
  const found = await ctx.ports.recordingForSound(ctx, which);
  if (!found) throw new DomainError('not-found', 'media.no-such-recording');
  if (!found.mayPrepare) throw new DomainError('forbidden', 'media.cannot-prepare-recording');
  return found;
}
