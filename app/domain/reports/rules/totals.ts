import { createHash } from 'node:crypto';
import { canonicalJson } from '~/platform/audit/chain';
import type { ReportRow, ReportTotals } from '../types';

const order = (a: ReportRow, b: ReportRow): number =>
  a.place === b.place ? (a.level < b.level ? -1 : 1) : a.place < b.place ? -1 : 1;

/** Rows in the one order that the checksum covers: code units of place, then of level. */
export const sortedRows = (rows: readonly ReportRow[]): ReportRow[] => [...rows].sort(order);

/** The report that would have been ordered for a place below. */
export const partOf = (totals: ReportTotals, place: string): ReportTotals => ({
  ...totals,
  path: place,
  rows: totals.rows.filter((row) => row.place.startsWith(place)),
});

/** SHA-256 of the totals as canonical JSON (sorted keys, whole numbers: RFC 8785), hex. */
export const checksumOf = (totals: ReportTotals): string =>
  createHash('sha256').update(canonicalJson(totals)).digest('hex');
