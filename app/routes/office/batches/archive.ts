import { createReadableStreamFromReadable } from '@remix-run/node';
import { openArchive } from '~/domain/batches/open-archive.server';
import type { Limit } from '~/platform/rate-limit/rate-limit.server';
import { signedInLoader } from '~/web/handlers.server';

/** Archives of one account: a day's work, not a harvest. */
const ARCHIVES: Limit = { name: 'batch-archive', failures: 30, seconds: 15 * 60 };

/** Certificates and cards of a batch as one file, for the registrars who reach all of it. */
export const loader = signedInLoader(async ({ ctx, params, request, page }) => {
  const key = ctx.actor?.accountId ?? '';
  const { limits } = page.services;
  await limits.check(ARCHIVES, key);
  const archive = await openArchive(ctx, { batchId: params.batch ?? '' });
  await limits.fail(ARCHIVES, key);
  const content = archive.open();
  request.signal.addEventListener('abort', () => content.destroy(), { once: true });
  return new Response(createReadableStreamFromReadable(content), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="${archive.name}"`,
      'Cache-Control': 'private, no-store',
    },
  });
});
