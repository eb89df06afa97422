import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Ctx } from '~/platform/context';

type Place = Pick<Ctx, 'storage' | 'secrets'>;

const [ALGORITHM, NONCE, TAG] = ['aes-256-gcm', 12, 16] as const;

const placeOf = (fileId: string): string => `evidence/${fileId}`;
const keyOf = ({ secrets }: Place): Buffer => secrets.key('evidence-files');

/** Encrypts under the file's id, so that no file can stand in for another: nonce, tag, ciphertext. */
export async function storeSealed(place: Place, fileId: string, bytes: Uint8Array): Promise<void> {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(ALGORITHM, keyOf(place), nonce).setAAD(Buffer.from(fileId));
  const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
  await place.storage.put(placeOf(fileId), Buffer.concat([nonce, cipher.getAuthTag(), body]));
}

/** Throws when the file is not there, was changed, or was sealed under another key or id. */
export async function readSealed(place: Place, fileId: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of place.storage.read(placeOf(fileId))) chunks.push(chunk);
  const sealed = Buffer.concat(chunks);
  const decipher = createDecipheriv(ALGORITHM, keyOf(place), sealed.subarray(0, NONCE));
  decipher.setAAD(Buffer.from(fileId)).setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]);
}

/** Nothing happens to files that are not there. */
export async function removeSealed(place: Place, fileIds: readonly string[]): Promise<void> {
  for (const fileId of fileIds) await place.storage.remove(placeOf(fileId));
}
