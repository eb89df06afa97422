import { formatters } from '~/i18n/format';
import { GENESIS } from '~/platform/audit/chain';
import { findLastBefore, listHashes } from '~/platform/audit/list-hashes.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { addDays, type LocalDate } from '~/platform/local-date';
import { findByDay, findNewest, insertCheckpoint } from './data/checkpoints.server';
import type { TakeCheckpointsInput } from './inputs';
import { takeCheckpointsJob } from './jobs.server';
import './ports';
import { signedFile, signedPart } from './rules/checkpoint-file';
import { dueAt, endOf, newestDue, ZONE } from './rules/due-days';
import type { Checkpoint, CheckpointContent } from './types';

const PAGE = 5_000;

/**
 * Publishes a checkpoint for each day that is over and has none, from the last one on; the first of an installation is
 * that of yesterday and holds everything before it. May run as often as one likes, and at the same time: a day has
 * exactly one. Each receiver is mailed once, about the newest day. Anybody may ask for it. Answers how many were published.
 * Throws when the chain does not continue what was published: that is never signed.
 */
export async function takeCheckpoints(ctx: Ctx, { isDaily }: TakeCheckpointsInput): Promise<number> {
  const now = ctx.clock.now();
  const due = newestDue(now, ctx.clock.today(ZONE));
  if (isDaily) {
    const next = addDays(due, 1);
    await ctx.jobs.enqueue(takeCheckpointsJob, { isDaily }, { startAfter: dueAt(next), singletonKey: next });
  }
  for (let taken = 0; ; ) {
    const last = await findNewest(ctx.db);
    const day = last ? addDays(last.day, 1) : due;
    if (day > due) return taken;
    const content = await contentOf(ctx, day, last);
    if (content === null) return taken;
    if (await publish(ctx, content, day === due)) taken += 1;
  }
}

/** Null: nothing was ever recorded before the end of the day, so that there is nothing to attest. */
async function contentOf(
  ctx: Ctx,
  day: LocalDate,
  last: Checkpoint | null,
): Promise<CheckpointContent | null> {
  const end = await findLastBefore(ctx.db, endOf(day));
  if (end === null && last === null) return null;
  if (last) await requireSameChain(ctx, last, end?.seq ?? 0n);
  const first = (last?.last ?? 0n) + 1n;
  const to = end && end.seq >= first ? end.seq : first - 1n;
  const before = last?.head ?? GENESIS;
  const hashes = await hashesOf(ctx, { first, to, before });
  return {
    site: ctx.config.publicUrl,
    day,
    madeAt: ctx.clock.now(),
    previous: last && { day: last.day, sha256: last.sha256 },
    ...{ first, last: to, before, head: hashes.at(-1) ?? before, hashes },
  };
}

/** Throws when the rows that were published last are no longer there, or the key that signed them is not. */
async function requireSameChain(ctx: Ctx, { last, head, keyId }: Checkpoint, end: bigint): Promise<void> {
  if (!(await ctx.keyring.publicKeys()).some(({ id }) => id === keyId))
    throw new Error(`Not signed: the key ${keyId} of the last checkpoint is not in KEYS_DIR`);
  if (end < last) throw new Error(`Not signed: row ${last} was published, but the chain ends at row ${end}`);
  const [row] = await listHashes(ctx.db, { from: last, to: last, take: 1 });
  if (row?.hash !== head) throw new Error(`Not signed: row ${last} is not the one that was published`);
}

/** Hashes of the rows `first` to `to`. Throws when one is missing, or the first does not continue the row before. */
async function hashesOf(
  ctx: Ctx,
  { first, to, before }: { first: bigint; to: bigint; before: string },
): Promise<string[]> {
  const hashes: string[] = [];
  for (let from = first; from <= to; from += BigInt(PAGE)) {
    const rows = await listHashes(ctx.db, { from, to, take: PAGE });
    if (from === first && rows[0]?.prevHash !== before)
      throw new Error(`Not signed: row ${first} does not continue the row before it`);
    for (const { hash } of rows) hashes.push(hash);
  }
  if (BigInt(hashes.length) !== to - first + 1n)
    throw new Error(`Not signed: a row from ${first} to ${to} is missing`);
  return hashes;
}

/** Stores the file, then the row that makes it the published one. False when another process was first. */
async function publish(ctx: Ctx, content: CheckpointContent, isNewest: boolean): Promise<boolean> {
  const key = (await ctx.keyring.publicKeys()).at(-1);
  if (!key) throw new Error('There is no signing key');
  const part = signedPart(content, key.raw);
  const { keyId, signature } = await ctx.keyring.sign(part);
  if (keyId !== key.id) throw new Error('The signing key was changed meanwhile');
  const { bytes, sha256 } = signedFile(part, signature);
  const { day, first, last, head, madeAt } = content;
  const storageKey = `checkpoints/${day}-${sha256.slice(0, 12)}.txt`;
  await ctx.storage.put(storageKey, bytes);
  const made: Checkpoint = { day, first, last, head, sha256, bytes: bytes.length, storageKey, keyId, madeAt };
  const isFirst = await inTransaction(ctx, async (tx) => {
    if (!(await insertCheckpoint(tx.db, made))) return false;
    if (isNewest) await tellReceivers(tx, made);
    return true;
  });
  if (!isFirst && (await findByDay(ctx.db, day))?.storageKey !== storageKey)
    await ctx.storage.remove(storageKey);
  return isFirst;
}

async function tellReceivers(tx: Ctx, { day, first, last, head, sha256, keyId }: Checkpoint): Promise<void> {
  const address = `${tx.config.publicUrl}/.well-known/checkpoints/${day}`;
  for (const { to, lang } of await tx.ports.checkpointReceivers(tx)) {
    const params = {
      ...{ day: formatters(lang).date(day), rows: Number(last - first + 1n), last: Number(last) },
      ...{ head, sha256, key: keyId, address },
    };
    await tx.mail.send({ to, lang, message: { key: 'checkpoint', params } });
  }
}
