import { createReadableStreamFromReadable } from '@remix-run/node';
import { getDocument } from '~/domain/credentials/get-document.server';
import { signedInLoader } from '~/web/handlers.server';

/** The issued certificate as a file, for its holder and for registrars. */
export const loader = signedInLoader(async ({ ctx, params }) => {
  const { fileName, storageKey, bytes } = await getDocument(ctx, { serial: params.serial ?? '' });
  return new Response(createReadableStreamFromReadable(ctx.storage.read(storageKey)), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Length': String(bytes),
      'Content-Disposition': `attachment; filename="${fileName}"`,
    },
  });
});
