import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import './ports';

/** Whoever prepares a recording keeps its consents. Errors: not-found, forbidden. */
export async function requireKeeper(
  ctx: Ctx,
  recordingId: string,
): Promise<{ assetId: string; durationMs: number | null }> {
  const found = await ctx.ports.recordingForConsent(ctx, recordingId);
  if (!found) throw new DomainError('not-found', 'media.no-such-recording');
  if (!found.mayPrepare) throw new DomainError('forbidden', 'media.cannot-prepare-recording');
  return found;
}
