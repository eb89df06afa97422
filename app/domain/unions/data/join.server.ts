import { endSessions } from '~/domain/access/end-sessions.server';
import { keepHolders } from '~/domain/licensing/keep-holders.server';
import { describePeople } from '~/domain/people/describe-people.server';
import { recordAct } from '~/platform/audit/record-act.server';
import type { Ctx } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import type { MovedRow, UnionRecord } from '../types';
import { moveRows } from './move-rows.server';
import { moveSpecialRows } from './special-rows.server';
import { tellJoined } from './tell.server';
import { changeUnion, insertMoves } from './unions.server';

/** The account of the absorbed person is signed out, wherever it belongs from now on. */
async function signOut(tx: Ctx, personIds: readonly string[]): Promise<void> {
  for (const { accountId } of await describePeople(tx, { personIds }))
    if (accountId) await endSessions(tx, { ofAccount: accountId });
}

const counted = (moved: readonly MovedRow[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { kind } of moved) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
};

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
  await tellJoined(tx, { kept: heldBefore?.mail ?? null, absorbed: absorbed?.mail ?? null, moved });
  await recordAct(tx, {
    act: 'unions.joined',
    subject: { type: 'person', id: keptId },
    detail: { union: union.id, absorbed: absorbedId, reason, document, askedBy, moved: counted(moved) },
  });
}
