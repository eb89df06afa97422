import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import type { LocalDate } from '~/platform/local-date';
import { findRuleSet } from './data/frameworks.server';
import { periodFrom } from './rules/expiry';
import type { PeriodPlan } from './types';

/** The dates of a licence that begins on `from` under a rule set; `until` where a paper says its last day. Throws `frameworks.no-rules` for an unknown one. */
export async function planPeriod(
  ctx: Ctx,
  input: { ruleSetId: string; from: LocalDate; until?: LocalDate },
): Promise<PeriodPlan> {
  const rules = await findRuleSet(ctx.db, input.ruleSetId);
  if (!rules) throw new DomainError('not-found', 'frameworks.no-rules');
  return periodFrom(rules, input.from, input.until);
}
