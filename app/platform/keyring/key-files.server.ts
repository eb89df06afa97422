import { createHash, generateKeyPairSync } from 'node:crypto';
import { z } from 'zod';
import { addNext, addNumbered, readNumbered } from './numbered-files.server';

/** The public half of a key that signs what we publish. It stays known for ever: old signatures keep their key. */
export type PublicKey = {
  /** First 8 characters of the SHA-256 of the raw public key, base64url. */
  id: string;
  createdAt: Date;
  /** 32 bytes (RFC 8032). */
  raw: Uint8Array;
};

const storedKey = z.object({
  createdAt: z.iso.datetime(),
  jwk: z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), d: z.string() }),
});
type StoredKey = z.infer<typeof storedKey>;
/** A key as its file has it. */
export type Key = PublicKey & { stored: StoredKey };

const SUFFIX = '.json';

/** Bytes of a base64url text. */
export const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'));

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

const listKeys = async (dir: string): Promise<Key[]> =>
  (await readNumbered(dir, SUFFIX)).map(({ path, bytes }) => keyFrom(bytes.toString('utf8'), path));

function newKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return JSON.stringify({ createdAt: new Date().toISOString(), jwk: privateKey.export({ format: 'jwk' }) });
}

/** Writes a new key, whole or not at all, which is the newest from then on. */
export const addKey = (dir: string): Promise<void> => addNext(dir, SUFFIX, newKey());

/** All keys, oldest first; the first one is made when there is none. */
export async function readKeys(dir: string): Promise<Key[]> {
  const keys = await listKeys(dir);
  if (keys.length > 0) return keys;
  await addNumbered(dir, { no: 1, suffix: SUFFIX }, newKey());
  return listKeys(dir);
}
