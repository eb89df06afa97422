import { createReadableStreamFromReadable } from '@remix-run/node';
import type { StoredDocument } from '~/domain/credentials/get-document.server';
import type { LoadArgs } from '~/web/handlers.server';

/** A stored document as a file to keep. */
export const documentResponse = (
  { storage }: LoadArgs['ctx'],
  { fileName, storageKey, bytes }: StoredDocument,
): Response =>
  new Response(createReadableStreamFromReadable(storage.read(storageKey)), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Length': String(bytes),
      'Content-Disposition': `attachment; filename="${fileName}"`,
    },
  });
