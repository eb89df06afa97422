import type { Ctx } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { DomainError } from '~/platform/errors';
import { insertRuleSet, lockLevel, markWithdrawn } from './data/rule-sets.server';
import { type RuleSetInput, ruleSetInput } from './inputs';

/**
 * Writes the next version of a level's rules inside the caller's transaction; it is never edited. Its first day must be
 * later than today in the framework's zone, so that nothing of the past is decided anew. One that was to begin on the
 * same day is taken back (`replaced`). Locks the level. The caller authorises and records the act. Throws
 * `frameworks.level-not-found`, `frameworks.begins-too-early`.
 */
export async function addRuleSet(
  tx: Ctx,
  input: { levelId: string; rules: RuleSetInput },
): Promise<{ id: string; number: number; replaced: string[] }> {
  const rules = ruleSetInput.parse(input.rules);
  const level = await lockLevel(tx.db, input.levelId);
  if (!level) throw new DomainError('not-found', 'frameworks.level-not-found');
  if (rules.effectiveFrom <= tx.clock.today(level.zone))
    throw new DomainError('conflict', 'frameworks.begins-too-early');
  const now = tx.clock.now();
  const replaced = await markWithdrawn(
    tx.db,
    { levelId: input.levelId, effectiveFrom: rules.effectiveFrom },
    now,
  );
  const made = await insertRuleSet(tx.db, input.levelId, rules, now);
  await raiseContentVersion(tx);
  return { ...made, replaced };
}
