/** The part of a request that is read. */
type Body = AsyncIterable<Buffer | string>;

/** A small JSON body; undefined for one that is too long, broken off, or no JSON (there is no JSON for undefined). */
export async function readJson(body: Body, limit: number): Promise<unknown> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of body) {
      const bytes = Buffer.from(chunk);
      length += bytes.length;
      if (length > limit) return undefined;
      chunks.push(bytes);
    }
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return undefined;
  }
}
