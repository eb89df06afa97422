import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { join } from 'node:path';
import { addKey, bytesOf, type Key, type PublicKey, readKeys } from './key-files.server';

export type { PublicKey } from './key-files.server';

/** The Ed25519 keys of this installation, from the first to the one in use. They live in `KEYS_DIR`, never in the database. */
export type Keyring = {
  /** Oldest first; the last one signs. Makes the first key when there is none. */
  publicKeys(): Promise<readonly PublicKey[]>;
  /** The same, read anew: what we publish knows a key as soon as another process signs with it. */
  publishedKeys(): Promise<readonly PublicKey[]>;
  /** Signs with the newest key; 64 bytes. */
  sign(bytes: Uint8Array): Promise<{ keyId: string; signature: Uint8Array }>;
  /** False for an unknown key too. */
  verify(keyId: string, bytes: Uint8Array, signature: Uint8Array): Promise<boolean>;
  /** The newest key as raw public key and seed (32 bytes each), for libraries that sign themselves. */
  signer(): Promise<PublicKey & { seed: Uint8Array }>;
  /** A new key that signs from now on; running processes take it up within a minute. */
  rotate(): Promise<PublicKey>;
};

const FRESH_MS = 60_000;

const shown = ({ id, createdAt, raw }: PublicKey): PublicKey => ({ id, createdAt, raw });

function newest(keys: readonly Key[]): Key {
  const last = keys.at(-1);
  if (!last) throw new Error('There is no signing key');
  return last;
}

function signWith(key: Key, bytes: Uint8Array): Uint8Array {
  return new Uint8Array(sign(null, bytes, createPrivateKey({ key: key.stored.jwk, format: 'jwk' })));
}

function verifyWith(key: Key, bytes: Uint8Array, signature: Uint8Array): boolean {
  const { kty, crv, x } = key.stored.jwk;
  return verify(null, bytes, createPublicKey({ key: { kty, crv, x }, format: 'jwk' }), signature);
}

/** Opens the keys of `keysDir` (folder `signing`, mode 0700, files 0600). Nothing is read or made before it is needed. */
export function openKeyring(keysDir: string): Keyring {
  const dir = join(keysDir, 'signing');
  let known: { at: number; keys: readonly Key[] } | null = null;

  async function load(): Promise<readonly Key[]> {
    const keys = await readKeys(dir);
    known = { at: Date.now(), keys };
    return keys;
  }
  const keys = async () => (known && Date.now() - known.at < FRESH_MS ? known.keys : load());
  const byId = (id: string) => (key: Key) => key.id === id;

  return {
    publicKeys: async () => (await keys()).map(shown),
    publishedKeys: async () => (await load()).map(shown),
    async sign(bytes) {
      const key = newest(await keys());
      return { keyId: key.id, signature: signWith(key, bytes) };
    },
    async verify(keyId, bytes, signature) {
      const key = (await keys()).find(byId(keyId)) ?? (await load()).find(byId(keyId));
      return key !== undefined && verifyWith(key, bytes, signature);
    },
    async signer() {
      const key = newest(await keys());
      return { ...shown(key), seed: bytesOf(key.stored.jwk.d) };
    },
    async rotate() {
      await load();
      await addKey(dir);
      return shown(newest(await load()));
    },
  };
}
