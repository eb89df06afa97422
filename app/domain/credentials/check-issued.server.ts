import { createHash } from 'node:crypto';
import type { Ctx } from '~/platform/context';
import { findNumberFault, type IssuedRow, listIssued } from './data/issued.server';
import { faultOfSnapshot } from './rules/snapshot-fault';

export type IssuedFault = {
  number: string;
  serial: string;
  problem:
    | 'snapshot-unreadable'
    | 'serial-differs'
    | 'number-differs'
    | 'document-missing'
    | 'document-changed'
    | 'number-out-of-row';
};

export type CheckedIssued = {
  checked: number;
  /** Documents that are still being drawn. */
  waiting: number;
  fault: IssuedFault | null;
  /** Where the next page begins; null after the last one. */
  next: string | null;
};

async function faultOfBytes(ctx: Ctx, { document }: IssuedRow): Promise<IssuedFault['problem'] | null> {
  if (!document) return null;
  const found = await ctx.storage.find(document.storageKey);
  if (!found) return 'document-missing';
  if (found.bytes !== document.bytes) return 'document-changed';
  const hash = createHash('sha256');
  for await (const chunk of ctx.storage.read(document.storageKey)) hash.update(chunk);
  return hash.digest('hex') === document.sha256 ? null : 'document-changed';
}

/**
 * Checks one page of issued documents: the snapshot is one and says the same as its columns, the stored bytes are those
 * that were issued. The first page also looks for gaps and doubles among the numbers of each framework and year. Stops at
 * the first fault. Meant for the command line: it asks for no right and tells numbers and serials only.
 */
export async function checkIssued(
  ctx: Ctx,
  { after, take }: { after: string | null; take: number },
): Promise<CheckedIssued> {
  const page: CheckedIssued = { checked: 0, waiting: 0, fault: null, next: null };
  const rows = await listIssued(ctx.db, { after, take });
  for (const row of rows) {
    const problem = faultOfSnapshot(row) ?? (await faultOfBytes(ctx, row));
    if (problem) return { ...page, fault: { number: row.number, serial: row.serial, problem } };
    page.checked += 1;
    if (!row.document) page.waiting += 1;
  }
  const numbers = after === null ? await findNumberFault(ctx.db) : null;
  if (numbers) return { ...page, fault: { ...numbers, problem: 'number-out-of-row' } };
  return { ...page, next: rows.length < take ? null : (rows.at(-1)?.id ?? null) };
}
