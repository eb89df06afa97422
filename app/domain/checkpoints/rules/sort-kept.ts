import type { Comparison, KeptFile, SignedCheckpoint } from '../types';
import { isSigned, readCheckpoint, signedDigest } from './checkpoint-file';

/** A kept file whose signature is right. */
export type Trusted = { file: string; content: SignedCheckpoint };

type Why = Comparison['refused'][number]['why'];

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

function faultOf(
  bytes: Uint8Array,
  content: SignedCheckpoint,
  key: Uint8Array | null,
  ownKeys: readonly Uint8Array[],
): Why | null {
  if (key && !same(key, content.key)) return 'other-key';
  if (!isSigned(bytes, content.key)) return 'bad-signature';
  return key || ownKeys.some((own) => same(own, content.key)) ? null : 'unknown-key';
}

/**
 * Which files count, oldest first, and what is wrong with the others. `key` pins the signer; without it the keys of this
 * installation do. Two different signed files of one day are a fault of the signer; the same file twice counts once.
 */
export function sortKept(
  files: readonly KeptFile[],
  key: Uint8Array | null,
  ownKeys: readonly Uint8Array[],
): { trusted: Trusted[]; refused: Comparison['refused'] } {
  const trusted: Trusted[] = [];
  const digests = new Map<string, string>();
  const refused: Comparison['refused'][number][] = [];
  for (const { name, bytes } of files) {
    const content = readCheckpoint(bytes);
    const about = { file: name, keyId: content?.keyId ?? null, site: content?.site ?? null };
    const why = content ? faultOf(bytes, content, key, ownKeys) : 'no-checkpoint';
    if (!content || why) {
      refused.push({ ...about, why: why ?? 'no-checkpoint' });
      continue;
    }
    const digest = signedDigest(bytes);
    const twin = digests.get(content.day);
    if (twin !== undefined && twin !== digest) refused.push({ ...about, why: 'two-of-a-day' });
    if (twin !== undefined) continue;
    digests.set(content.day, digest);
    trusted.push({ file: name, content });
  }
  trusted.sort((a, b) => (a.content.day < b.content.day ? -1 : 1));
  return { trusted, refused };
}
