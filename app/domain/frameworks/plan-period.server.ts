import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import type { LocalDate } from '~/platform/local-date';
import { findRuleSet } from './data/frameworks.server';
import { periodFrom } from './rules/expiry';
import type { PeriodPlan, RuleSet } from './types';

/**
 * The dates of a licence that begins on `from` under a rule set, which is looked up unless it is given. Throws
 * `frameworks.no-rules` for an unknown one.
 */
export async function planPeriod(
  ctx: Ctx,
  input: { ruleSet: RuleSet; from: LocalDate } | { ruleSetId: string; from: LocalDate },
): Promise<PeriodPlan> {
  const rules = 'ruleSet' in input ? input.ruleSet : await findRuleSet(ctx.db, input.ruleSetId);
  if (!rules) throw new DomainError('not-found', 'frameworks.no-rules');
  return periodFrom(rules, input.from);
}
