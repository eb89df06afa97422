import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { listDocumentActs } from '~/platform/audit/list-document-acts.server';
import type { Ctx } from '~/platform/context';
import { findNumberFault, findPredecessors, type IssuedRow, listIssued } from './data/issued.server';
import { chainRecord, isCorrection, STORED_SUBJECT } from './rules/chain-record';
import { type RecordFault, recordFault } from './rules/record-fault';
import { faultOfSnapshot, type SnapshotFault } from './rules/snapshot-fault';

type Problem =
  | SnapshotFault
  | RecordFault
  | 'signature-broken'
  | 'certificate-unknown'
  | 'number-out-of-row'
  | 'never-issued';

export type IssuedFault = { number: string; serial: string; problem: Problem };

export type CheckedIssued = {
  checked: number;
  /** Documents that are still being drawn. */
  waiting: number;
  fault: IssuedFault | null;
  /** Where the next page begins; null after the last one. */
  next: string | null;
};

/** Documents from before files were signed have no certificate and no signature. */
async function faultOfFile(
  ctx: Ctx,
  document: IssuedRow['document'] | IssuedRow['card'],
): Promise<Problem | null> {
  if (!document) return null;
  const found = await ctx.storage.find(document.storageKey);
  if (!found) return 'document-missing';
  if (found.bytes !== document.bytes) return 'document-changed';
  const bytes = await buffer(ctx.storage.read(document.storageKey));
  if (createHash('sha256').update(bytes).digest('hex') !== document.sha256) return 'document-changed';
  const fault = document.certificateId === null ? null : await ctx.pdfSigner.faultOf(bytes);
  return fault && (fault === 'other-certificate' ? 'certificate-unknown' : 'signature-broken');
}

type Listed = { id: string; serial: string; number: string; qualificationId: string };

const actsOf = (ctx: Ctx, rows: readonly Listed[]) =>
  listDocumentActs(
    ctx.db,
    { type: STORED_SUBJECT, ids: rows.map(({ id }) => id) },
    rows.map(({ serial }) => serial),
  );

/** Those that no act issued: neither an award or renewal, nor the correction of a name. */
async function findSilent(
  ctx: Ctx,
  rows: readonly Listed[],
  acts: Awaited<ReturnType<typeof actsOf>>,
): Promise<Listed[]> {
  const unawarded = rows.filter((row) => !chainRecord(row, acts).isIssued);
  if (unawarded.length === 0) return [];
  const ids = unawarded.map(({ qualificationId }) => qualificationId);
  const onAwards = await listDocumentActs(ctx.db, { type: 'qualification', ids }, []);
  return unawarded.filter((row) => !isCorrection(row, onAwards));
}

/** Documents that no act issued although one issued the document before: those from before acts named them come first. */
async function findNeverIssued(
  ctx: Ctx,
  rows: readonly Listed[],
  acts: Awaited<ReturnType<typeof actsOf>>,
): Promise<ReadonlySet<string>> {
  const silent = (await findSilent(ctx, rows, acts)).map(({ id }) => id);
  const before = await findPredecessors(ctx.db, silent);
  const earlier = [...before.values()];
  const unissued = await findSilent(ctx, earlier, await actsOf(ctx, earlier));
  const unissuedIds = new Set(unissued.map(({ id }) => id));
  return new Set(
    silent.filter((id) => {
      const predecessor = before.get(id);
      return predecessor && !unissuedIds.has(predecessor.id);
    }),
  );
}

/**
 * Checks one page of issued documents: the snapshot is one and says the same as its columns, an act of the audit chain
 * issued it, snapshot and file are those that the chain recorded, the stored bytes of certificate and card are those that
 * were issued, and one of our certificates signed them. The first page also looks for gaps and doubles among the numbers of each framework and year. Stops at the first fault. Meant
 * for the command line: it asks for no right and tells numbers and serials only.
 */
export async function checkIssued(
  ctx: Ctx,
  { after, take }: { after: string | null; take: number },
): Promise<CheckedIssued> {
  const page: CheckedIssued = { checked: 0, waiting: 0, fault: null, next: null };
  const rows = await listIssued(ctx.db, { after, take });
  const acts = await actsOf(ctx, rows);
  const neverIssued = await findNeverIssued(ctx, rows, acts);
  for (const row of rows) {
    const problem =
      faultOfSnapshot(row) ??
      recordFault(row, chainRecord(row, acts)) ??
      (neverIssued.has(row.id) ? 'never-issued' : null) ??
      (await faultOfFile(ctx, row.document)) ??
      (await faultOfFile(ctx, row.card));
    if (problem) return { ...page, fault: { number: row.number, serial: row.serial, problem } };
    page.checked += 1;
    if (!row.document) page.waiting += 1;
  }
  const numbers = after === null ? await findNumberFault(ctx.db) : null;
  if (numbers) return { ...page, fault: { ...numbers, problem: 'number-out-of-row' } };
  return { ...page, next: rows.length < take ? null : (rows.at(-1)?.id ?? null) };
}
