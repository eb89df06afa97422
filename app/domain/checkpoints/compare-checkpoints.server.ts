import { listActs } from '~/platform/audit/list-acts.server';
import { findLastRow, listHashes } from '~/platform/audit/list-hashes.server';
import type { Ctx } from '~/platform/context';
import { readPrevious } from './data/stored-files.server';
import { sortKept, type Trusted } from './rules/sort-kept';
import type { Comparison, Difference, KeptFile } from './types';

const PAGE = 5_000;

/**
 * Compares the chain as it is now with files that were published and kept. A file counts when its signature is that of
 * `key`, or, without one, of any key of this installation. What lies before a file is looked up in the files of the days
 * before, as far as they are given or lie here: each is known by the SHA-256 in the file after it, so that nobody need
 * trust them. Meant for the command line: it asks for no right and shows acts without their details.
 */
export async function compareCheckpoints(
  ctx: Ctx,
  { files, key }: { files: readonly KeptFile[]; key: Uint8Array | null },
): Promise<Comparison> {
  const ownKeys = (await ctx.keyring.publicKeys()).map(({ raw }) => raw);
  const { refused, trusted } = sortKept(files, key, ownKeys);
  let difference: Difference | null = null;
  for (const one of trusted) {
    difference = await differenceIn(ctx, one, trusted);
    if (difference) break;
  }
  const newest = trusted.at(-1)?.content.last;
  if (difference?.kind === 'chain-ends' && newest !== undefined) difference = { ...difference, last: newest };
  const compared = trusted.map(({ file, content: { day, last, keyId, site } }) => {
    return { file, day, last, keyId, site };
  });
  return { refused, compared, difference };
}

async function differenceIn(ctx: Ctx, one: Trusted, all: readonly Trusted[]): Promise<Difference | null> {
  const { first, before } = one.content;
  if (first > 1n) {
    const [row] = await listHashes(ctx.db, { from: first - 1n, to: first - 1n, take: 1 });
    if (row?.hash !== before) return lookBefore(ctx, one, all);
  }
  return differenceOfRows(ctx, one);
}

/** The row before this file differs: the first row that does lies there or earlier. */
async function lookBefore(ctx: Ctx, one: Trusted, all: readonly Trusted[]): Promise<Difference | null> {
  const { first, previous, day } = one.content;
  const known = all.find(({ content }) => content.sha256 === previous?.sha256);
  const earlier = known ?? (previous && (await readPrevious(ctx, previous)));
  const found = earlier && (await differenceIn(ctx, earlier, all));
  if (found) return found;
  const ended = await endOfChain(ctx, one);
  const span = { kind: 'earlier', upTo: first - 1n, missing: previous?.day ?? null } as const;
  return ended ?? { day, file: one.file, ...span };
}

/** Says so when the chain ends before the rows of a file begin. */
async function endOfChain(ctx: Ctx, { file, content }: Trusted): Promise<Difference | null> {
  const end = await findLastRow(ctx.db);
  const seq = end?.seq ?? 0n;
  const { day, first, last } = content;
  return seq < first - 1n ? { kind: 'chain-ends', day, file, seq, last } : null;
}

async function differenceOfRows(ctx: Ctx, { file, content }: Trusted): Promise<Difference | null> {
  const { day, first, last, hashes } = content;
  for (let from = first; from <= last; from += BigInt(PAGE)) {
    const rows = await listHashes(ctx.db, { from, to: last, take: PAGE });
    const hashOf = new Map(rows.map(({ seq, hash }) => [seq, hash]));
    for (let seq = from; seq <= last && seq < from + BigInt(PAGE); seq += 1n) {
      const hash = hashOf.get(seq);
      if (hash === hashes[Number(seq - first)]) continue;
      if (hash !== undefined) return { day, file, ...(await nameRow(ctx, seq)) };
      const end = (await findLastRow(ctx.db))?.seq ?? 0n;
      if (end < seq) return { kind: 'chain-ends', day, file, seq: end, last };
      return { kind: 'row-missing', day, file, seq };
    }
  }
  return null;
}

async function nameRow(ctx: Ctx, seq: bigint) {
  const [row] = await listActs(ctx.db, { before: seq + 1n, subject: null, take: 1 });
  if (row?.seq !== seq) return { kind: 'row-missing', seq } as const;
  const { at, act, subjectType, subjectId } = row;
  return { kind: 'row-differs', seq, now: { at, act, subjectType, subjectId } } as const;
}
