import { exportRegister } from '~/domain/registry/export-register.server';
import { exportSchema } from '~/domain/registry/inputs';
import type { ExportFile } from '~/domain/registry/types';
import type { Limit } from '~/platform/rate-limit/rate-limit.server';
import { type LoadArgs, signedInLoader } from '~/web/handlers.server';
import { refusedFile } from '~/web/refused-file';
import { streamed } from '~/web/streamed.server';

/** Files of one account: a day's work, not a harvest. */
const EXPORTS: Limit = { name: 'register-export', failures: 30, seconds: 15 * 60 };

async function open({ ctx, url, page }: LoadArgs): Promise<ExportFile> {
  const key = ctx.actor?.accountId ?? '';
  const { limits } = page.services;
  await limits.check(EXPORTS, key);
  await limits.fail(EXPORTS, key);
  const { format } = exportSchema.parse({ format: url.searchParams.get('format') ?? undefined });
  return exportRegister(ctx, { query: url.search, format });
}

/** The rows of a filter of the register as a file, for the registrar who reads it. */
export const loader = signedInLoader(async (args) => {
  try {
    return streamed(await open(args), args);
  } catch (error) {
    return refusedFile(error, args.t);
  }
});
