import { createHash } from 'node:crypto';
import { canonicalJson } from '~/platform/audit/chain';

/** SHA-256 of a snapshot as canonical JSON, hex: the same for the value that was written and the one that is read back. */
export const snapshotHash = (snapshot: unknown): string =>
  createHash('sha256').update(canonicalJson(snapshot)).digest('hex');
