import type { Ctx } from '~/platform/context';
import { type EndingChoice, loadStandingFacts } from './data/licences.server';
import type { StandingFacts } from './types';

export type GetStandingFactsInput = (
  | { personId: string }
  | { personIds: readonly string[] }
  | { qualificationIds: readonly string[] }
  | { periodIds: readonly string[] }
  | EndingChoice
) & {
  /** Only what was recorded until this moment; everything unless given. */
  knownAt?: Date;
};

/**
 * What decides the state of licence periods, in one statement: for the public answer on any day, as known at any
 * moment. Public facts: dates and the existence of decisions, never their reasons.
 */
export async function getStandingFacts(
  ctx: Ctx,
  { knownAt, ...choice }: GetStandingFactsInput,
): Promise<StandingFacts[]> {
  return loadStandingFacts(ctx.db, choice, knownAt ?? null);
}
