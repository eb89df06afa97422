import { covers, grantsOf } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { findCandidatesSchema } from './inputs';
import { isAssessor } from './policy';
import type { PersonFacts } from './types';

/**
 * People an assessor may record a sheet for, by e-mail or a part of a name in any script: of the assessor's own
 * organisations, and everybody for assessors of the organisation that owns the level. Never the assessor.
 */
export async function findCandidates(
  ctx: Ctx,
  input: { q: string; level: string },
): Promise<readonly PersonFacts[]> {
  const { actor } = ctx;
  if (!actor || !isAssessor(actor)) throw new DomainError('forbidden', 'evidence.not-an-assessor');
  const q = findCandidatesSchema.safeParse(input);
  const level = await ctx.ports.assessedLevel(ctx, input.level);
  if (!q.success || !level) return [];
  const grants = grantsOf(actor, 'assessor').filter((grant) => grant.level === level.slug);
  const paths = grants.some((grant) => covers(grant, level.path)) ? ['/'] : grants.map(({ path }) => path);
  if (paths.length === 0) return [];
  const found = await ctx.ports.findPeople(ctx, { q: q.data.q, paths });
  return found.filter(({ personId }) => personId !== actor.personId);
}
