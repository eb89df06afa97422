import { settlePending } from '~/domain/evidence/settle-pending.server';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { carryOutJoin } from './data/join.server';
import { requireJoinable } from './data/joinable.server';
import { reachBoth, reachUnion } from './data/reach.server';
import { changeUnion, lockPersons, lockUnion } from './data/unions.server';
import { isOwnUnion, stateOf } from './policy';
import type { UnionRecord } from './types';

export type Answer = 'confirm' | 'decline';

async function decline(tx: Ctx, union: UnionRecord, declinedBy: string): Promise<void> {
  await changeUnion(tx.db, union.id, { declinedBy, declinedAt: tx.clock.now() });
  await recordAct(tx, {
    act: 'unions.declined',
    subject: { type: 'person', id: union.keptId },
    detail: { union: union.id, absorbed: union.absorbedId, askedBy: union.askedBy },
  });
}

/**
 * Another registrar confirms a joining that asks for two keys; or declines it, which also whoever asked may, to take it
 * back. Sent twice it is one answer. Throws `licensing.not-a-registrar`, `unions.not-found`, `unions.person-not-found`,
 * `unions.own-record`, `unions.second-person`, `unions.already-answered` and what `joinRecords` throws.
 */
export async function answerUnion(ctx: Ctx, input: { unionId: string; answer: Answer }): Promise<void> {
  const { answer, unionId } = input;
  const { actor, union: seen } = await reachUnion(ctx, unionId);
  const { levels } = await reachBoth(ctx, seen.keptId, seen.absorbedId);
  if (isOwnUnion(actor, seen)) throw new DomainError('forbidden', 'unions.own-record');
  if (answer === 'confirm' && seen.askedBy === actor.accountId)
    throw new DomainError('conflict', 'unions.second-person');
  if (answer === 'confirm') await settlePending(ctx, { personId: seen.absorbedId });
  await inTransaction(ctx, async (tx) => {
    await lockPersons(tx.db, [seen.keptId, seen.absorbedId]);
    const union = await lockUnion(tx.db, seen.id);
    if (!union) throw new DomainError('not-found', 'unions.not-found');
    const state = stateOf(union);
    if (state === (answer === 'confirm' ? 'joined' : 'declined')) return;
    if (state !== 'asked') throw new DomainError('conflict', 'unions.already-answered');
    if (answer === 'decline') return decline(tx, union, actor.accountId);
    await requireJoinable(tx, union, levels);
    await carryOutJoin(tx, union, actor.accountId);
  });
}
