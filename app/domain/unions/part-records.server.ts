import { endSessions } from '~/domain/access/end-sessions.server';
import { keepHolders } from '~/domain/licensing/keep-holders.server';
import { describePeople } from '~/domain/people/describe-people.server';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { DomainError } from '~/platform/errors';
import { moveBack } from './data/move-rows.server';
import { haveSharedPoints, isAwardedSince } from './data/obstacles.server';
import { reachParted } from './data/reach.server';
import { moveSpecialBack } from './data/special-rows.server';
import { tellParted } from './data/tell.server';
import { changeUnion, listMoves, listOpen, lockPersons, lockUnion } from './data/unions.server';
import { type PartInput, partSchema } from './inputs';
import { isHeldBack, isOwnUnion, stateOf } from './policy';
import type { MovedRow, UnionRecord } from './types';

/** Throws `unions.newer-first`, `unions.awarded-since`. */
async function requireSeparable(tx: Ctx, union: UnionRecord): Promise<void> {
  const joined = (await listOpen(tx.db, [union.keptId])).filter(({ joinedAt }) => joinedAt !== null);
  const since = Number(union.joinedAt);
  const isNewer = ({ id, joinedAt }: UnionRecord) =>
    Number(joinedAt) > since || (Number(joinedAt) === since && id > union.id);
  if (joined.some(isNewer)) throw new DomainError('conflict', 'unions.newer-first');
  if (await isAwardedSince(tx.db, union)) throw new DomainError('conflict', 'unions.awarded-since');
}

/** Whoever signs in with the moved account is somebody else from now on. */
async function signOutMoved(tx: Ctx, moved: readonly MovedRow[]): Promise<void> {
  for (const { kind, rowId } of moved) if (kind === 'account') await endSessions(tx, { ofAccount: rowId });
}

/** Throws `unions.points-since`. */
async function giveBack(tx: Ctx, { id, keptId, absorbedId, joinedAt }: UnionRecord): Promise<void> {
  const way = { from: keptId, to: absorbedId };
  const moved = await listMoves(tx.db, id);
  const since = moved.some(({ kind }) => kind === 'account') ? joinedAt : null;
  await signOutMoved(tx, moved);
  await moveSpecialBack(tx, way, moved, since);
  await moveBack(tx, way, moved, since);
  if (await haveSharedPoints(tx.db, [keptId, absorbedId]))
    throw new DomainError('conflict', 'unions.points-since');
  const absorbed = await tx.ports.describeHolder(tx, absorbedId);
  if (absorbed) await keepHolders(tx, [absorbed]);
  for (const personId of [keptId, absorbedId]) await tx.publish({ type: 'person.renamed', personId });
  const people = await describePeople(tx, { personIds: [keptId, absorbedId] });
  await tellParted(
    tx,
    people.map(({ mail }) => mail),
  );
}

/**
 * A registrar takes a joining back: exactly what was moved, and what hangs on it, belongs to the absorbed person again; with
 * a moved account also what was written by whoever signed in with it.
 * Sent twice it is one. Throws `licensing.not-a-registrar`, `unions.not-found`, `unions.person-not-found`, `unions.own-record`,
 * `unions.not-joined`, `unions.part-second-person`, `unions.newer-first`, `unions.awarded-since`, `unions.points-since`.
 */
export async function partRecords(ctx: Ctx, input: PartInput): Promise<void> {
  const { unionId, reason } = partSchema.parse(input);
  const { actor, union: seen } = await reachParted(ctx, unionId);
  if (isOwnUnion(actor, seen)) throw new DomainError('forbidden', 'unions.own-record');
  await inTransaction(ctx, async (tx) => {
    await lockPersons(tx.db, [seen.keptId, seen.absorbedId]);
    const union = await lockUnion(tx.db, seen.id);
    if (!union) throw new DomainError('not-found', 'unions.not-found');
    if (stateOf(union) === 'parted') return;
    if (stateOf(union) !== 'joined') throw new DomainError('conflict', 'unions.not-joined');
    if (isHeldBack(actor, union)) throw new DomainError('conflict', 'unions.part-second-person');
    await requireSeparable(tx, union);
    const { accountId: partedBy } = actor;
    await giveBack(tx, union);
    await changeUnion(tx.db, union.id, { partedBy, partedAt: tx.clock.now(), partReason: reason });
    await raiseContentVersion(tx);
    await recordAct(tx, {
      act: 'unions.parted',
      subject: { type: 'person', id: union.keptId },
      detail: { union: union.id, absorbed: union.absorbedId, reason },
    });
  });
}
