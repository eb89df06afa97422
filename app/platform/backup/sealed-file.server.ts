import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { Decrypter, Encrypter } from 'age-encryption';
import { BackupError } from './backup-format';

/** 2^18 rounds of scrypt: about a second, 256 MB, for each guess. */
const WORK = 18;

/**
 * The content sealed with a passphrase in the format age (age-encryption.org/v1): scrypt, then ChaCha20-Poly1305 in
 * authenticated pieces of 64 KiB. Memory stays flat whatever the length.
 */
export async function seal(
  content: AsyncIterable<Uint8Array>,
  passphrase: string,
  work = WORK,
): Promise<Readable> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(work);
  const source = Readable.toWeb(Readable.from(content, { objectMode: false })) as ReadableStream<Uint8Array>;
  const sealed: ReadableStream<Uint8Array> = await encrypter.encrypt(source);
  return Readable.fromWeb(sealed as WebStream<Uint8Array>);
}

const CUT = 'is damaged: it was cut or changed after it was made';

/** The content of a sealed file, piece by piece, each checked before it is given out. Throws BackupError. */
export async function* unseal(file: string, passphrase: string): AsyncGenerator<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  const source = createReadStream(file, { highWaterMark: 256 * 1024 });
  try {
    const opened = await decrypter
      .decrypt(Readable.toWeb(source) as ReadableStream<Uint8Array>)
      .catch((error: unknown) => {
        throw new BackupError(`${file} ${whyClosed(error)}`, { cause: error });
      });
    yield* pieces(opened, file);
  } finally {
    source.destroy();
  }
}

function whyClosed(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof Error && 'code' in error) return `cannot be read: ${message}`;
  if (/no identity matched/.test(message)) return 'cannot be opened: the passphrase is wrong';
  if (/invalid version/.test(message)) return 'is no backup of Shihan';
  return CUT;
}

async function* pieces(opened: ReadableStream<Uint8Array>, file: string): AsyncGenerator<Uint8Array> {
  const reader = opened.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((error: unknown) => {
        throw new BackupError(`${file} ${CUT}`, { cause: error });
      });
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
