import type { Limit } from '~/platform/rate-limit/rate-limit.server';
import type { LoadArgs } from '~/web/handlers.server';

/** What makes the database count or the printer print, for one account: a day's work. */
export const REPORT_LIMITS = {
  counts: { name: 'report-counts', failures: 40, seconds: 15 * 60 },
  files: { name: 'report-files', failures: 60, seconds: 15 * 60 },
} as const satisfies Record<string, Limit>;

/** Counts one use; throws when there were too many. */
export async function countUse(
  { ctx, page }: Pick<LoadArgs, 'ctx' | 'page'>,
  limit: keyof typeof REPORT_LIMITS,
): Promise<void> {
  const key = ctx.actor?.accountId ?? '';
  const { limits } = page.services;
  await limits.check(REPORT_LIMITS[limit], key);
  await limits.fail(REPORT_LIMITS[limit], key);
}
