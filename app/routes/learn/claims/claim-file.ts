import { openClaimFile } from '~/domain/claims/open-claim-file.server';
import { attachmentHeaders } from '~/web/attachment';
import { signedInLoader } from '~/web/handlers.server';

/** An own scan, for its owner alone. */
export const loader = signedInLoader(async ({ ctx, params }) => {
  const { claim: claimId = '', file: fileId = '' } = params;
  const { name, type, bytes, content } = await openClaimFile(ctx, { claimId, fileId, side: 'own' });
  return new Response(new Uint8Array(content), { headers: attachmentHeaders(name, type, bytes) });
});
