import type { Readable } from 'node:stream';

/** The bytes of a small body; null for one that is too long or broken off. */
function readBytes(body: Readable, limit: number): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    body.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > limit) resolve(null);
      else chunks.push(chunk);
    });
    body.once('end', () => resolve(Buffer.concat(chunks)));
    body.once('error', () => resolve(null));
    body.once('close', () => resolve(null));
  });
}

/** A small JSON body; undefined for one that is too long, broken off, or no JSON (there is no JSON for undefined). */
export async function readJson(body: Readable, limit: number): Promise<unknown> {
  const bytes = await readBytes(body, limit);
  try {
    return bytes === null ? undefined : JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
