import type { VerificationKit } from '~/domain/proofs/inputs';

export type { VerificationKit };

/** The place in which the browser keeps what this page needs without network. */
export const KEPT = 'verify';

const ADDRESS = '/api/v1/verification';

const open = (): Promise<Cache> | null => ('caches' in globalThis ? caches.open(KEPT) : null);

/** Keys and lists as the server has them now; null without network. What comes is kept for later. */
export async function fetchKit(): Promise<VerificationKit | null> {
  try {
    const answer = await fetch(ADDRESS, { credentials: 'omit' });
    if (!answer.ok) return null;
    await (await open())?.put(ADDRESS, answer.clone());
    return await answer.json();
  } catch {
    return null;
  }
}

/** Keys and lists as they came last; null when this device never had them. */
export async function keptKit(): Promise<VerificationKit | null> {
  const kept = await (await open())?.match(ADDRESS);
  return kept ? kept.json() : null;
}

/** Whether the bit of a place is set in an `encodedList`. */
export async function isSet(encoded: string, place: number): Promise<boolean> {
  const packed = Uint8Array.from(atob(encoded.slice(1).replace(/-/g, '+').replace(/_/g, '/')), (sign) =>
    sign.charCodeAt(0),
  );
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  const bits = new Uint8Array(await new Response(stream).arrayBuffer());
  return ((bits[place >> 3] ?? 0) & (0x80 >> (place & 7))) !== 0;
}
