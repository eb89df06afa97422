import { settlePending } from '~/domain/evidence/settle-pending.server';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { moveRows } from './data/move-rows.server';
import { moveLaterRows } from './data/special-rows.server';
import { findUnion, insertMoves, listMoves, lockPersons, lockUnion } from './data/unions.server';
import { countMoved, stateOf } from './policy';

/**
 * What was written to the absorbed record by whoever had begun before it was joined belongs to the kept one too, as moves of
 * the same union. For a job some minutes after a joining: it does not ask who looks. Any number of times; nothing once the
 * records are parted.
 */
export async function gatherRows(ctx: Ctx, { unionId }: { unionId: string }): Promise<void> {
  const seen = await findUnion(ctx.db, unionId);
  if (!seen || stateOf(seen) !== 'joined') return;
  const { keptId, absorbedId } = seen;
  await settlePending(ctx, { personId: absorbedId });
  await inTransaction(ctx, async (tx) => {
    await lockPersons(tx.db, [keptId, absorbedId]);
    const union = await lockUnion(tx.db, unionId);
    if (!union || stateOf(union) !== 'joined') return;
    const way = { from: absorbedId, to: keptId };
    const before = await listMoves(tx.db, unionId);
    const moved = [...(await moveRows(tx, way)), ...(await moveLaterRows(tx.db, way, before))];
    if (moved.length === 0) return;
    await insertMoves(tx.db, unionId, moved);
    await tx.publish({ type: 'person.renamed', personId: keptId });
    await raiseContentVersion(tx);
    await recordAct(tx, {
      act: 'unions.gathered',
      subject: { type: 'person', id: keptId },
      detail: { union: unionId, absorbed: absorbedId, moved: countMoved(moved) },
    });
  });
}
