import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
} from 'node:crypto';
import { link, mkdir, open, readdir, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { newId } from '../ids';

/** The public half of a key that signs what we publish. It stays known for ever: old signatures keep their key. */
export type PublicKey = {
  /** First 8 characters of the SHA-256 of the raw public key, base64url. */
  id: string;
  createdAt: Date;
  /** 32 bytes (RFC 8032). */
  raw: Uint8Array;
};

/** The Ed25519 keys of this installation, from the first to the one in use. They live in `KEYS_DIR`, never in the database. */
export type Keyring = {
  /** Oldest first; the last one signs. Makes the first key when there is none. */
  publicKeys(): Promise<readonly PublicKey[]>;
  /** Signs with the newest key; 64 bytes. */
  sign(bytes: Uint8Array): Promise<{ keyId: string; signature: Uint8Array }>;
  /** False for an unknown key too. */
  verify(keyId: string, bytes: Uint8Array, signature: Uint8Array): Promise<boolean>;
  /** The newest key as raw public key and seed (32 bytes each), for libraries that sign themselves. */
  signer(): Promise<PublicKey & { seed: Uint8Array }>;
  /** A new key that signs from now on; running processes take it up within a minute. */
  rotate(): Promise<PublicKey>;
};

const storedKey = z.object({
  createdAt: z.iso.datetime(),
  jwk: z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), d: z.string() }),
});
type StoredKey = z.infer<typeof storedKey>;
type Key = PublicKey & { stored: StoredKey };

const FRESH_MS = 60_000;
const FILE = /^(\d{4})\.json$/;

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'));

function keyFrom(text: string, file: string): Key {
  try {
    const stored = storedKey.parse(JSON.parse(text));
    const raw = bytesOf(stored.jwk.x);
    const id = createHash('sha256').update(raw).digest('base64url').slice(0, 8);
    return { id, createdAt: new Date(stored.createdAt), raw, stored };
  } catch (error) {
    throw new Error(`The key file ${file} is damaged: restore it from a backup`, { cause: error });
  }
}

async function readKeys(dir: string): Promise<Key[]> {
  const names = (await readdir(dir)).filter((name) => FILE.test(name)).sort();
  return Promise.all(
    names.map(async (name) => keyFrom(await readFile(join(dir, name), 'utf8'), join(dir, name))),
  );
}

/** Writes a new key as number `no`, whole or not at all; false when another process was first. */
async function addKey(dir: string, no: number): Promise<boolean> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const draft = join(dir, `draft-${newId()}`);
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(
      JSON.stringify({ createdAt: new Date().toISOString(), jwk: privateKey.export({ format: 'jwk' }) }),
    );
    await handle.sync();
    await link(draft, join(dir, `${String(no).padStart(4, '0')}.json`));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await handle.close();
    await unlink(draft);
  }
}

/** Opens the keys of `keysDir` (folder `signing`, mode 0700, files 0600). Nothing is read or made before it is needed. */
export function openKeyring(keysDir: string): Keyring {
  const dir = join(keysDir, 'signing');
  let known: { at: number; keys: readonly Key[] } | null = null;

  async function load(): Promise<readonly Key[]> {
    await mkdir(dir, { recursive: true, mode: 0o700 });
    let keys = await readKeys(dir);
    if (keys.length === 0) {
      await addKey(dir, 1);
      keys = await readKeys(dir);
    }
    known = { at: Date.now(), keys };
    return keys;
  }

  const keys = async () => (known && Date.now() - known.at < FRESH_MS ? known.keys : load());
  const newest = (all: readonly Key[]): Key => {
    const last = all.at(-1);
    if (!last) throw new Error(`There is no signing key in ${dir}`);
    return last;
  };
  const find = async (id: string) =>
    (await keys()).find((key) => key.id === id) ?? (await load()).find((key) => key.id === id);
  const shown = ({ id, createdAt, raw }: Key): PublicKey => ({ id, createdAt, raw });

  return {
    publicKeys: async () => (await keys()).map(shown),
    async sign(bytes) {
      const { id, stored } = newest(await keys());
      const key = createPrivateKey({ key: stored.jwk, format: 'jwk' });
      return { keyId: id, signature: new Uint8Array(sign(null, bytes, key)) };
    },
    async verify(keyId, bytes, signature) {
      const key = await find(keyId);
      if (!key) return false;
      const { kty, crv, x } = key.stored.jwk;
      return verify(null, bytes, createPublicKey({ key: { kty, crv, x }, format: 'jwk' }), signature);
    },
    async signer() {
      const key = newest(await keys());
      return { ...shown(key), seed: bytesOf(key.stored.jwk.d) };
    },
    async rotate() {
      while (!(await addKey(dir, (await load()).length + 1)));
      return shown(newest(await load()));
    },
  };
}
