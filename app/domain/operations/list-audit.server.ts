import { listActs, type RecordedAct } from '~/platform/audit/list-acts.server';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { OPERATIONS_PAGE } from './inputs';
import { mayOperate } from './policy';

export type ListAuditInput = {
  /** The page begins below this number of the chain. */
  before: bigint | null;
  /** Acts on one subject only. */
  subject: { type: string; id: string } | null;
};

/** Recorded acts, newest first, with who acted in words; `next` is the key of the next page. Admins only. */
export async function listAudit(
  ctx: Ctx,
  input: ListAuditInput,
): Promise<{ acts: (RecordedAct & { actor: string | null })[]; next: bigint | null }> {
  if (!mayOperate(ctx.actor)) throw new DomainError('forbidden', 'shell.no-right');
  const rows = await listActs(ctx.db, { ...input, take: OPERATIONS_PAGE + 1 });
  const acts = rows.slice(0, OPERATIONS_PAGE);
  const names = await ctx.ports.nameAccounts(ctx, [...new Set(acts.flatMap(({ actorId }) => actorId ?? []))]);
  return {
    acts: acts.map((row) => ({
      ...row,
      actor: row.actorId === null ? null : (names.get(row.actorId) ?? null),
    })),
    next: rows.length > OPERATIONS_PAGE ? (acts.at(-1)?.seq ?? null) : null,
  };
}
