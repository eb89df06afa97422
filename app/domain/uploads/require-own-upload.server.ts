import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { findUpload } from './data/uploads.server';

/** Whose upload it is, for every request but the first. Errors: unauthenticated, not-found, gone. */
export async function requireOwnUpload(ctx: Ctx, uploadId: string): Promise<void> {
  if (!ctx.actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const upload = await findUpload(ctx.db, uploadId);
  if (!upload || upload.accountId !== ctx.actor.accountId)
    throw new DomainError('not-found', 'uploads.no-such-upload');
  if (upload.endedAt) throw new DomainError('gone', 'uploads.ended');
}
