import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { isId, newId } from '~/platform/ids';
import { canAssess, isAssessor } from './policy';
import type { AssessedLevel, PersonFacts } from './types';

export type BlankSheet = {
  level: AssessedLevel;
  candidate: PersonFacts;
  /** Sent back with the sheet, so that a sheet sent twice is one. */
  submissionKey: string;
  today: string;
};

/**
 * An empty sheet for a candidate and a level. Throws `evidence.not-an-assessor`, and `evidence.sheet-not-found` where
 * the assessor has no business.
 */
export async function openScoreSheet(
  ctx: Ctx,
  input: { personId: string; level: string },
): Promise<BlankSheet> {
  const { actor } = ctx;
  if (!actor || !isAssessor(actor)) throw new DomainError('forbidden', 'evidence.not-an-assessor');
  const level = await ctx.ports.assessedLevel(ctx, input.level);
  const candidate = isId(input.personId)
    ? (await ctx.ports.describePeople(ctx, [input.personId])).get(input.personId)
    : undefined;
  const isOther = candidate?.personId !== actor.personId;
  if (!level || !candidate || !isOther || !canAssess(actor, level, candidate)) {
    throw new DomainError('not-found', 'evidence.sheet-not-found');
  }
  return { level, candidate, submissionKey: newId(), today: ctx.clock.today(level.zone) };
}
