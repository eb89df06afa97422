import { type Archive, openArchive } from '~/domain/batches/open-archive.server';
import type { Limit } from '~/platform/rate-limit/rate-limit.server';
import { type LoadArgs, signedInLoader } from '~/web/handlers.server';
import { refusedFile } from '~/web/refused-file';
import { streamed } from '~/web/streamed.server';

/** Archives of one account: a day's work, not a harvest. */
const ARCHIVES: Limit = { name: 'batch-archive', failures: 30, seconds: 15 * 60 };

async function open({ ctx, params, page }: LoadArgs): Promise<Archive> {
  const key = ctx.actor?.accountId ?? '';
  const { limits } = page.services;
  await limits.check(ARCHIVES, key);
  const archive = await openArchive(ctx, { batchId: params.batch ?? '' });
  await limits.fail(ARCHIVES, key);
  return archive;
}

/** Certificates and cards of a batch as one file, for the registrars who reach all of it. */
export const loader = signedInLoader(async (args) => {
  try {
    const { name, open: read } = await open(args);
    return streamed({ name, type: 'application/zip', content: read() }, args);
  } catch (error) {
    return refusedFile(error, args.t);
  }
});
