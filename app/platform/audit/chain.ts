import { createHash } from 'node:crypto';

/** What the hash of one row covers, in this order; the detail only by its salted digest, so that it can be erased. */
export type ChainRow = {
  seq: bigint;
  at: Date;
  actorId: string | null;
  act: string;
  subjectType: string;
  subjectId: string;
  detailDigest: string;
  prevHash: string;
};

/** The hash before the first row. */
export const GENESIS = '0'.repeat(64);

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** JSON with sorted keys, so that the same detail always has the same digest. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

/** SHA-256 of salt and canonical detail, hex. */
export const detailDigest = (salt: string, detail: unknown): string =>
  sha256(`${salt}\n${canonicalJson(detail)}`);

/** SHA-256 over all columns and the previous hash, hex. */
export function rowHash(row: ChainRow): string {
  return sha256(
    JSON.stringify([
      row.seq.toString(),
      row.at.toISOString(),
      row.actorId,
      row.act,
      row.subjectType,
      row.subjectId,
      row.detailDigest,
      row.prevHash,
    ]),
  );
}
