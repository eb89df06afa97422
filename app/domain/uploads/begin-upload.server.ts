import { formatters } from '~/i18n/format';
import { grantsOf } from '~/platform/actor';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { newId } from '~/platform/ids';
import { awaitedBytes, countUnderWay, findUpload, insertUpload } from './data/uploads.server';
import './events';
import type { BeginUploadInput } from './inputs';
import { expireUploadJob } from './jobs.server';
import { canUpload } from './policy';
import './ports';
import { gigabytes, keptDays, lackingBytes, maxBytes, maxSoundBytes, maxUnderWay } from './rules/limits';

/** The name of a file without its ending: what a new recording is called until its title is written. */
const titleOf = (fileName: string): string => fileName.replace(/\.[\p{L}\d]{1,5}$/u, '').trim() || fileName;

/**
 * Begins an upload, for a new recording, for one that waits for its master, or of a sound of a recording; the same `key`
 * again is the same upload. Errors: forbidden, not-found, too-large (`file-too-large`, `too-many`), conflict (`disk-full`, another file's key).
 */
export async function beginUpload(ctx: Ctx, input: BeginUploadInput): Promise<{ assetId: string }> {
  const { actor } = ctx;
  if (!actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const known = await findUpload(ctx.db, input.key);
  if (known) {
    const same = known.accountId === actor.accountId && Number(known.bytes) === input.bytes;
    if (same && !known.endedAt) return { assetId: known.assetId };
    throw new DomainError('conflict', 'uploads.another-file');
  }
  const organisationId = await requirePlace(ctx, input);
  await requireRoom(ctx, input, actor.accountId);
  return inTransaction(ctx, (tx) => record(tx, input, organisationId, actor.accountId));
}

/** The organisation of a new recording; null for the asset of one that is prepared already. */
async function requirePlace(ctx: Ctx, input: BeginUploadInput): Promise<string | null> {
  const { assetId, organisationId, soundLang } = input;
  if (soundLang) {
    if (!assetId) throw new DomainError('invalid', 'uploads.malformed');
    await ctx.ports.requireSoundPlace(ctx, { assetId, lang: soundLang });
    return null;
  }
  const wanted = organisationId ?? grantsOf(ctx.actor, 'instructor')[0]?.organisationId;
  const found = assetId || !wanted ? null : await ctx.ports.findOrganisation(ctx, wanted);
  const path = assetId ? (await ctx.ports.awaitedMaster(ctx, assetId))?.organisationPath : found?.path;
  if (path === undefined && assetId) throw new DomainError('not-found', 'uploads.not-awaited');
  if (path === undefined || !canUpload(ctx.actor, path))
    throw new DomainError('forbidden', 'uploads.may-not-upload');
  return found?.id ?? null;
}

async function requireRoom(
  ctx: Ctx,
  { bytes, soundLang }: BeginUploadInput,
  accountId: string,
): Promise<void> {
  const { number } = formatters(ctx.lang);
  const inGigabytes = (value: number) => number(gigabytes(value));
  const most = soundLang ? maxSoundBytes : maxBytes;
  if (bytes > most)
    throw new DomainError('too-large', 'uploads.file-too-large', { params: { most: inGigabytes(most) } });
  if ((await countUnderWay(ctx.db, accountId)) >= maxUnderWay)
    throw new DomainError('too-large', 'uploads.too-many', { params: { most: number(maxUnderWay) } });
  const lacking = lackingBytes(await ctx.storage.freeBytes(), await awaitedBytes(ctx.db), bytes);
  if (lacking > 0)
    throw new DomainError('conflict', 'uploads.disk-full', { params: { lacking: inGigabytes(lacking) } });
}

async function record(
  tx: Ctx,
  input: BeginUploadInput,
  organisationId: string | null,
  accountId: string,
): Promise<{ assetId: string }> {
  const { key, fileName, bytes, lang, soundLang = null } = input;
  const assetId = input.assetId ?? newId();
  const draft = organisationId ? { organisationId, title: titleOf(fileName), lang } : null;
  await tx.publish({ type: 'upload.begun', uploadId: key, assetId, draft });
  const createdAt = tx.clock.now();
  const file = { id: key, accountId, assetId, soundLang, fileName, bytes: BigInt(bytes), createdAt };
  await insertUpload(tx.db, file);
  const startAfter = new Date(createdAt.getTime() + keptDays * 86_400_000);
  await tx.jobs.enqueue(expireUploadJob, { uploadId: key }, { startAfter, singletonKey: key });
  await recordAct(tx, {
    act: 'uploads.begun',
    subject: { type: 'upload', id: key },
    detail: { assetId, bytes, ...(soundLang ? { soundLang } : {}) },
  });
  return { assetId };
}
