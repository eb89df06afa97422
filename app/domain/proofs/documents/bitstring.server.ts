import { gunzipSync, gzipSync } from 'node:zlib';

/**
 * A bitstring as Bitstring Status List 1.0 writes it: the first place is the leftmost bit, compressed with gzip, base64url
 * with the multibase prefix 'u'.
 */
export function encodeBits(places: readonly number[], length: number): string {
  const bits = new Uint8Array(Math.ceil(length / 8));
  for (const place of places) {
    if (place < 0 || place >= length) throw new RangeError(`There is no place ${place}`);
    const at = place >> 3;
    bits[at] = (bits[at] ?? 0) | (0x80 >> (place & 7));
  }
  return `u${gzipSync(bits, { level: 9 }).toString('base64url')}`;
}

/** Places whose bit is set, in order. */
export function decodeBits(encoded: string): number[] {
  const bits = gunzipSync(Buffer.from(encoded.slice(1), 'base64url'));
  return Array.from(bits).flatMap((byte, at) =>
    [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => byte & (0x80 >> bit)).map((bit) => at * 8 + bit),
  );
}
