import { endSessions } from '~/domain/access/end-sessions.server';
import { keepHolders } from '~/domain/licensing/keep-holders.server';
import { describePeople } from '~/domain/people/describe-people.server';
import { recordAct } from '~/platform/audit/record-act.server';
import type { Ctx } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { gatherRowsJob } from '../jobs.server';
import { countMoved } from '../policy';
import type { UnionRecord } from '../types';
import { moveRows } from './move-rows.server';
import { moveSpecialRows } from './special-rows.server';
import { tellJoined } from './tell.server';
import { changeUnion, insertMoves } from './unions.server';

/** The account of the absorbed person is signed out, wherever it belongs from now on. */
async function signOut(tx: Ctx, personIds: readonly string[]): Promise<void> {
  for (const { accountId } of await describePeople(tx, { personIds }))
    if (accountId) await endSessions(tx, { ofAccount: accountId });
}

/** Whoever had begun to write before it was joined is through by then. */
const GATHER_AFTER_MS = 5 * 60_000;

async function orderGathering(tx: Ctx, unionId: string): Promise<void> {
  const startAfter = new Date(tx.clock.now().getTime() + GATHER_AFTER_MS);
  await tx.jobs.enqueue(gatherRowsJob, { unionId }, { startAfter, singletonKey: unionId });
}

/** Joins the records inside the open transaction, with both people locked and the union written. */
export async function carryOutJoin(tx: Ctx, union: UnionRecord, joinedBy: string): Promise<void> {
  const { keptId, absorbedId, reason, document, askedBy } = union;
  const way = { from: absorbedId, to: keptId };
  const absorbed = await tx.ports.describeHolder(tx, absorbedId);
  const heldBefore = await tx.ports.describeHolder(tx, keptId);
  await signOut(tx, [absorbedId]);
  const moved = [...(await moveRows(tx, way)), ...(await moveSpecialRows(tx.db, way))];
  await insertMoves(tx.db, union.id, moved);
  await changeUnion(tx.db, union.id, { joinedBy, joinedAt: tx.clock.now() });
  const kept = await tx.ports.describeHolder(tx, keptId);
  if (kept) await keepHolders(tx, [kept]);
  await tx.publish({ type: 'person.renamed', personId: keptId });
  await raiseContentVersion(tx);
  await orderGathering(tx, union.id);
  await tellJoined(tx, { kept: heldBefore?.mail ?? null, absorbed: absorbed?.mail ?? null, moved });
  await recordAct(tx, {
    act: 'unions.joined',
    subject: { type: 'person', id: keptId },
    detail: { union: union.id, absorbed: absorbedId, reason, document, askedBy, moved: countMoved(moved) },
  });
}
