import type { Ctx } from '~/platform/context';
import type { LocalDate } from '~/platform/local-date';
import { findInForce } from './data/in-force.server';
import type { InForce } from './types';

type Input = {
  /** Slugs of external levels. */
  externals: readonly string[];
  on: LocalDate;
  /** Also those that are confirmed and begin later. */
  withComing?: boolean;
};

/** What papers of external levels count for on a day, the oldest equivalence first; one statement, or none without levels. Public. */
export async function listInForce(
  ctx: Ctx,
  { externals, on, withComing = false }: Input,
): Promise<InForce[]> {
  return externals.length === 0 ? [] : findInForce(ctx.db, { externals, on, withComing });
}
