import { getDocument } from '~/domain/credentials/get-document.server';
import { signedInLoader } from '~/web/handlers.server';
import { refusedFile } from '~/web/refused-file';
import { documentResponse } from './document-response.server';

/** The licence card as a file, for its holder and for registrars. */
export const loader = signedInLoader(async ({ ctx, params, t }) => {
  try {
    return documentResponse(ctx, await getDocument(ctx, { serial: params.serial ?? '', form: 'card' }));
  } catch (error) {
    return refusedFile(error, t);
  }
});
