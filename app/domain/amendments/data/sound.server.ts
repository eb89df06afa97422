import { explainRules } from '~/domain/frameworks/explain-rules.server';
import type { DraftRules, Level, RuleChange } from '~/domain/frameworks/types';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { rulesWithout } from '../rules/following';
import { knownTo } from './known.server';

type Drafted = { level: Level; levels: readonly Level[]; rules: DraftRules };

/** Refuses rules that contradict themselves, or ask for what the catalogue does not have now; gives what they change. */
export async function requireFaultless(
  ctx: Ctx,
  { level, levels, rules }: Drafted,
): Promise<readonly RuleChange[]> {
  const was = rulesWithout(level.ruleSets, rules.effectiveFrom);
  const known = await knownTo(ctx, level, rules);
  const { faults, changes } = await explainRules(ctx, { level, levels, rules, was, ...known });
  if (faults.length > 0) throw new DomainError('conflict', 'amendments.faulty');
  return changes;
}
