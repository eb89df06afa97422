import { Readable } from 'node:stream';
import { createReadableStreamFromReadable } from '@remix-run/node';
import type { PageRequest } from './load-context';

async function* paced(content: AsyncIterable<Uint8Array>, drained: () => Promise<boolean>) {
  for await (const chunk of content) {
    if (!(await drained())) return;
    yield chunk;
  }
}

/**
 * A long file as an answer, made no faster than its reader takes it, and no further once the reader is gone. `type`: its
 * media type; `name`: ASCII. Nobody on the way keeps it.
 */
export function streamed(
  { name, type, content }: { name: string; type: string; content: AsyncIterable<Uint8Array> },
  { page }: { page: Pick<PageRequest, 'drained'> },
): Response {
  const body = Readable.from(paced(content, page.drained), { objectMode: false });
  return new Response(createReadableStreamFromReadable(body), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
