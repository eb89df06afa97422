import { ed25519 } from '@noble/curves/ed25519.js';

/** For browsers without Ed25519 of their own. */
export function verifySignature(key: Uint8Array, signature: Uint8Array, body: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, body, key, { zip215: false });
  } catch {
    return false;
  }
}
