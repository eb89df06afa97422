import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { findUpload, noteAnnounced } from './data/uploads.server';
import type { AnnounceChecksumInput } from './inputs';

/**
 * The browser tells the SHA-256 of the file it read. Told before the check: the check compares. Told after it: compared
 * here. Errors: not-found for another's upload; conflict (`checksum-differs`) when another one is known.
 */
export async function announceChecksum(ctx: Ctx, { uploadId, sha256 }: AnnounceChecksumInput): Promise<void> {
  const upload = await findUpload(ctx.db, uploadId);
  if (!upload || upload.accountId !== ctx.actor?.accountId)
    throw new DomainError('not-found', 'uploads.no-such-upload');
  const known = upload.sha256 ?? upload.announcedSha256;
  if (known !== null && known !== sha256) throw new DomainError('conflict', 'uploads.checksum-differs');
  if (!upload.announcedSha256) await noteAnnounced(ctx.db, uploadId, sha256);
}
