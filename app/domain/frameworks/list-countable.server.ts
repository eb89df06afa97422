import type { Ctx } from '~/platform/context';
import { countableOf } from './rules/countable';
import { explainRequirement } from './rules/explanation';
import type { Countable, Level } from './types';

/**
 * The requirements of a level's rules in force for which something else may stand in, each with its sentence. Nothing
 * before the first rules. Public, as rules are.
 */
export async function listCountable(
  _ctx: Ctx,
  { level }: { level: Pick<Level, 'ruleSet'> },
): Promise<Countable[]> {
  if (!level.ruleSet) return [];
  return countableOf(level.ruleSet.prerequisites).map(({ key, requirement }) => ({
    key,
    sentence: explainRequirement(requirement),
  }));
}
