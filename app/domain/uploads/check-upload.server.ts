import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { isLang } from '~/i18n/locales';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { findUpload, markAccepted, markEnded, type StoredUpload } from './data/uploads.server';
import './events';
import type { UploadJobInput } from './inputs';
import { keyOf } from './rules/master-key';

async function sha256Of(ctx: Ctx, key: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(ctx.storage.read(key), hash);
  return hash.digest('hex');
}

/**
 * The first packaging job: computes the SHA-256 of what arrived and compares it with what the browser told. Equal, or
 * nothing told: the file becomes the master, or a sound. Another one: refused, and the bytes are removed. Runs again without harm.
 */
export async function checkUpload(ctx: Ctx, { uploadId }: UploadJobInput): Promise<void> {
  const upload = await findUpload(ctx.db, uploadId);
  if (!upload?.arrivedAt || upload.acceptedAt) return;
  // A run that was killed after it refused left the bytes.
  if (upload.endedAt) return ctx.storage.remove(keyOf(uploadId));
  const sha256 = await sha256Of(ctx, keyOf(uploadId));
  const isRight = await inTransaction(ctx, (tx) => judge(tx, upload, sha256));
  if (!isRight) await ctx.storage.remove(keyOf(uploadId));
}

/** False when the file is refused now; one that another run accepted stays. What the browser told is read again: it may have come while the file was read. */
async function judge(tx: Ctx, upload: StoredUpload, sha256: string): Promise<boolean> {
  const { id, assetId, soundLang, fileName, accountId, bytes } = upload;
  const announced = (await findUpload(tx.db, id))?.announcedSha256;
  if (announced && announced !== sha256) {
    return !(await markEnded(tx.db, id, 'checksum-differs', tx.clock.now()));
  }
  if (!(await markAccepted(tx.db, id, sha256, tx.clock.now()))) return true;
  await tx.publish({
    type: 'upload.accepted',
    ...{ assetId, fileName, accountId },
    soundLang: isLang(soundLang) ? soundLang : null,
    masterKey: keyOf(id),
    sha256,
    bytes: Number(bytes),
  });
  await recordAct(tx, { act: 'uploads.accepted', subject: { type: 'upload', id }, detail: { sha256 } });
  return true;
}
