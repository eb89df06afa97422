import { createHash } from 'node:crypto';
import { canonicalJson } from '~/platform/audit/chain';

/** SHA-256 of a value as canonical JSON, hex. */
export const fingerprintOf = (value: unknown): string =>
  createHash('sha256').update(canonicalJson(value)).digest('hex');
