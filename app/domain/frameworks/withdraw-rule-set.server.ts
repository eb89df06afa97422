import type { Ctx } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { DomainError } from '~/platform/errors';
import { findRuleSet } from './data/frameworks.server';
import { lockLevel, markWithdrawn } from './data/rule-sets.server';

/**
 * Takes a version of rules back before its first day, inside the caller's transaction: it will not be in force. What
 * was decided ahead by it stays as it is. Locks the level. The caller authorises and records the act. Throws
 * `frameworks.no-rules`, `frameworks.already-in-force`.
 */
export async function withdrawRuleSet(tx: Ctx, { ruleSetId }: { ruleSetId: string }): Promise<void> {
  const found = await findRuleSet(tx.db, ruleSetId);
  const level = found && (await lockLevel(tx.db, found.levelId));
  if (!found || !level) throw new DomainError('not-found', 'frameworks.no-rules');
  if (found.effectiveFrom <= tx.clock.today(level.zone))
    throw new DomainError('conflict', 'frameworks.already-in-force');
  await markWithdrawn(tx.db, { id: ruleSetId }, tx.clock.now());
  await raiseContentVersion(tx);
}
