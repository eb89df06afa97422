import { Readable } from 'node:stream';
import { createReadableStreamFromReadable } from '@remix-run/node';
import { exportRegister } from '~/domain/registry/export-register.server';
import { exportSchema } from '~/domain/registry/inputs';
import type { Limit } from '~/platform/rate-limit/rate-limit.server';
import { signedInLoader } from '~/web/handlers.server';

/** Files of one account: a day's work, not a harvest. */
const EXPORTS: Limit = { name: 'register-export', failures: 30, seconds: 15 * 60 };

/** The rows of a filter of the register as a file, for the registrar who reads it. */
export const loader = signedInLoader(async ({ ctx, url, page }) => {
  const key = ctx.actor?.accountId ?? '';
  const { limits } = page.services;
  await limits.check(EXPORTS, key);
  const { format } = exportSchema.parse({ format: url.searchParams.get('format') ?? undefined });
  const file = await exportRegister(ctx, { query: url.search, format });
  await limits.fail(EXPORTS, key);
  return new Response(createReadableStreamFromReadable(Readable.from(file.content, { objectMode: false })), {
    headers: {
      'Content-Type': file.type,
      'Content-Disposition': `attachment; filename="${file.name}"`,
      'Cache-Control': 'private, no-store',
    },
  });
});
