/** Bytes of each part of an upload into a bucket but the last. 10,000 of them, which a bucket takes, are more than the largest file. */
export const partSize = 8 * 1024 ** 2;

/** Where the bytes lie that came after `bytes` in whole parts and are no part yet: below the master's key, removed with it. */
export const restKey = (masterKey: string, bytes: number): string => `${masterKey}/rest-${bytes}`;

/** Bytes that came and are no part yet. */
export class HeldBytes {
  #chunks: Uint8Array[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  add(chunk: Uint8Array): void {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
  }

  /** The next whole part, which is held no more; null while there are too few bytes. */
  takePart(): Buffer | null {
    if (this.#length < partSize) return null;
    const all = this.all();
    const rest = Buffer.from(all.subarray(partSize));
    this.#chunks = rest.length > 0 ? [rest] : [];
    this.#length = rest.length;
    return all.subarray(0, partSize);
  }

  all(): Buffer {
    return Buffer.concat(this.#chunks, this.#length);
  }
}
