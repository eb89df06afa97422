import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './config/parse-environment';

export type Secrets = {
  /** A 32-byte key for one purpose, derived from the master key. */
  key(purpose: string): Buffer;
  /** HMAC-SHA256 under the purpose's key, base64url. */
  sign(purpose: string, text: string): string;
  /** Constant-time comparison with `sign`. */
  verify(purpose: string, text: string, signature: string): boolean;
  /** AES-256-GCM; base64url of nonce, tag and ciphertext. */
  encrypt(purpose: string, text: string): string;
  /** Throws when the text was changed or made under another key. */
  decrypt(purpose: string, sealed: string): string;
};

/** SHA-256 of a text, hex. For tokens that are themselves random. */
export const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

/** A random token with 192 bits, base64url. */
export const randomToken = (): string => randomBytes(24).toString('base64url');

/** Uses SECRET_KEY, else a key made once and kept in `keysDir` (mode 0600). */
export async function loadSecrets(config: Config): Promise<Secrets> {
  return secretsFrom(config.secretKey ?? (await storedKey(config.keysDir)));
}

async function storedKey(dir: string): Promise<string> {
  const file = join(dir, 'secret-key');
  await mkdir(dir, { recursive: true, mode: 0o700 });
  try {
    const handle = await open(file, 'wx', 0o600);
    await handle.writeFile(randomBytes(48).toString('base64url'));
    await handle.sync();
    await handle.close();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const key = (await readFile(file, 'utf8')).trim();
  if (key.length < 32) throw new Error(`The key file ${file} is damaged: restore it from a backup`);
  return key;
}

export function secretsFrom(master: string): Secrets {
  const keys = new Map<string, Buffer>();
  const key = (purpose: string): Buffer => {
    const known = keys.get(purpose);
    if (known) return known;
    const made = Buffer.from(hkdfSync('sha256', master, 'shihan', purpose, 32));
    keys.set(purpose, made);
    return made;
  };
  const sign = (purpose: string, text: string) =>
    createHmac('sha256', key(purpose)).update(text).digest('base64url');
  return {
    key,
    sign,
    verify(purpose, text, signature) {
      const expected = Buffer.from(sign(purpose, text));
      const given = Buffer.from(signature);
      return expected.length === given.length && timingSafeEqual(expected, given);
    },
    encrypt(purpose, text) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key(purpose), nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    decrypt(purpose, sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', key(purpose), bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    },
  };
}
