import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import './ports';

/** Whoever prepares a recording writes its chapters. Errors: not-found, forbidden. */
export async function requirePreparer(ctx: Ctx, recordingId: string): Promise<void> {
  const may = await ctx.ports.mayPrepareRecording(ctx, recordingId);
  if (may === null) throw new DomainError('not-found', 'media.no-such-recording');
  if (!may) throw new DomainError('forbidden', 'media.cannot-prepare-recording');
}
