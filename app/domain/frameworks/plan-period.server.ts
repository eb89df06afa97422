import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import type { LocalDate } from '~/platform/local-date';
import { findRuleSet } from './data/frameworks.server';
import { periodFrom } from './rules/expiry';
import type { DraftRules, PeriodPlan } from './types';

type PlanInput = { from: LocalDate; until?: LocalDate } & ({ ruleSetId: string } | { rules: DraftRules });

/**
 * The dates of a licence that begins on `from` under a rule set, which is looked up unless it is given, or under one that
 * is only drafted; `until` where a paper says its last day. Throws `frameworks.no-rules` for an unknown one.
 */
export async function planPeriod(ctx: Ctx, input: PlanInput): Promise<PeriodPlan> {
  const rules = 'rules' in input ? input.rules : await findRuleSet(ctx.db, input.ruleSetId);
  if (!rules) throw new DomainError('not-found', 'frameworks.no-rules');
  return periodFrom(rules, input.from, input.until);
}
