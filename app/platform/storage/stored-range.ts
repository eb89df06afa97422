import { type ByteRange, parseByteRange } from './byte-range';
import type { StoredFile } from './storage';

/** A stored file and which of its bytes were asked for; null: all of them. */
export type StoredRange = {
  key: string;
  bytes: number;
  etag: string;
  range: ByteRange | 'unsatisfiable' | null;
};

type Asked = { range?: string | undefined; rangeCondition?: string | undefined };

/** What a request's Range and If-Range headers mean for a stored file. */
export function rangeOf(
  key: string,
  { bytes, modifiedAt }: StoredFile,
  { range, rangeCondition }: Asked,
): StoredRange {
  const etag = `"${bytes.toString(36)}-${modifiedAt.getTime().toString(36)}"`;
  const wanted = rangeCondition === undefined || rangeCondition === etag ? range : undefined;
  return { key, bytes, etag, range: parseByteRange(wanted, bytes) };
}
