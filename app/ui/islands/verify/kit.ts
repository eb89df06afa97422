import type { VerificationKit } from '~/domain/proofs/inputs';

export type { VerificationKit };

/** The place in which the browser keeps what this page needs without network. */
export const KEPT = 'verify';

const ADDRESS = '/api/v1/verification';
const PATIENCE_MS = 10_000;

const open = (): Promise<Cache> | null => ('caches' in globalThis ? caches.open(KEPT) : null);

/** Keeps an answer for later. Where the browser has no room, or gives none, it stays with this one look. */
async function keepAnswer(answer: Response): Promise<void> {
  try {
    await (await open())?.put(ADDRESS, answer);
  } catch {}
}

/** Keys and lists as the server has them now; null without network, or when it is too slow. What comes is kept for later. */
export async function fetchKit(): Promise<VerificationKit | null> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await fetch(ADDRESS, { credentials: 'omit', signal });
    if (answer.status !== 200) return null;
    const kit: VerificationKit = await answer.clone().json();
    await keepAnswer(answer);
    return kit;
  } catch {
    return null;
  }
}

/** Keys and lists as they came last; null when this device never had them, or cannot read them. */
export async function keptKit(): Promise<VerificationKit | null> {
  try {
    const kept = await (await open())?.match(ADDRESS);
    return kept ? await kept.json() : null;
  } catch {
    return null;
  }
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
