import type { Limit, RateLimits } from '~/platform/rate-limit/rate-limit.server';

/**
 * Looks something up and counts only what does not exist: whoever asks for known things is never held back. Throws
 * DomainError 'rate-limited' for a miss beyond the limit.
 */
export async function countMisses<Found>(
  limits: RateLimits,
  limit: Limit,
  key: string,
  find: () => Promise<Found | null>,
): Promise<Found | null> {
  const found = await find();
  if (found !== null) return found;
  await limits.check(limit, key);
  await limits.fail(limit, key);
  return null;
}
