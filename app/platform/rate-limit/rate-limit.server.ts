import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '../errors';

/** What is limited: so many failures of one key within so many seconds. */
export type Limit = { name: string; failures: number; seconds: number };

export type RateLimits = {
  /** Throws DomainError 'rate-limited' when the key has used up its failures. */
  check(limit: Limit, key: string): Promise<void>;
  /** Counts one failure. */
  fail(limit: Limit, key: string): Promise<void>;
  /** Forgets the failures, after a success. */
  forget(limit: Limit, key: string): Promise<void>;
};

/** Counters live in PostgreSQL, so that several web processes share them. */
export function rateLimits(pool: Pool): RateLimits {
  const limiters = new Map<string, RateLimiterPostgres>();
  const limiterOf = (limit: Limit) => {
    const known = limiters.get(limit.name);
    if (known) return known;
    const made = new RateLimiterPostgres({
      storeClient: pool,
      tableName: 'rate_limit',
      tableCreated: true,
      keyPrefix: limit.name,
      points: limit.failures,
      duration: limit.seconds,
      clearExpiredByTimeout: false,
    });
    limiters.set(limit.name, made);
    return made;
  };
  return {
    async check(limit, key) {
      const state = await limiterOf(limit).get(key);
      if (state && state.consumedPoints >= limit.failures) {
        const retryAfter = Math.max(1, Math.ceil(state.msBeforeNext / 1000));
        throw new DomainError('rate-limited', 'shell.too-many-tries', {
          retryAfter,
          params: { minutes: Math.ceil(retryAfter / 60) },
        });
      }
    },
    async fail(limit, key) {
      try {
        await limiterOf(limit).consume(key);
      } catch (outcome) {
        if (!(outcome instanceof RateLimiterRes)) throw outcome;
      }
    },
    async forget(limit, key) {
      await limiterOf(limit).delete(key);
    },
  };
}
