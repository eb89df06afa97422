import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Ctx } from '~/platform/context';

type Place = Pick<Ctx, 'storage' | 'secrets'>;

const [ALGORITHM, NONCE, TAG] = ['aes-256-gcm', 12, 16] as const;

const placeOf = (importId: string): string => `imports/${importId}`;
const keyOf = ({ secrets }: Place): Buffer => secrets.key('import-files');

/** Encrypts under the import's id, so that no file can stand in for another: nonce, tag, ciphertext. */
export async function storeFile(place: Place, importId: string, bytes: Uint8Array): Promise<void> {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(ALGORITHM, keyOf(place), nonce).setAAD(Buffer.from(importId));
  const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
  await place.storage.put(placeOf(importId), Buffer.concat([nonce, cipher.getAuthTag(), body]));
}

/** Throws when the file is not there, was changed, or was sealed under another key or id. */
export async function readFile(place: Place, importId: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of place.storage.read(placeOf(importId))) chunks.push(chunk);
  const sealed = Buffer.concat(chunks);
  const decipher = createDecipheriv(ALGORITHM, keyOf(place), sealed.subarray(0, NONCE));
  decipher.setAAD(Buffer.from(importId)).setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]);
}

/** Nothing happens when it is not there. */
export const removeFile = ({ storage }: Place, importId: string): Promise<void> =>
  storage.remove(placeOf(importId));
