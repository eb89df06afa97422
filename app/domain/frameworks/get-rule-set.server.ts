import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import type { LocalDate } from '~/platform/local-date';
import { findRuleSetOn } from './data/frameworks.server';
import type { RuleSet } from './types';

/** The rules of a level in force on a day. Throws `frameworks.no-rules` before the first version. */
export async function getRuleSet(
  ctx: Ctx,
  { levelId, on }: { levelId: string; on: LocalDate },
): Promise<RuleSet> {
  const found = await findRuleSetOn(ctx.db, levelId, on);
  if (!found) throw new DomainError('not-found', 'frameworks.no-rules');
  return found;
}
