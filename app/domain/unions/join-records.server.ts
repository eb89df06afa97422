import { settlePending } from '~/domain/evidence/settle-pending.server';
import { type Actor, grantsOf } from '~/platform/actor';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { newId } from '~/platform/ids';
import { carryOutJoin } from './data/join.server';
import { requireJoinable } from './data/joinable.server';
import { keysOf, placeOf, type Reached, reachBoth } from './data/reach.server';
import { findUnion, insertUnion, listOpen, lockPersons } from './data/unions.server';
import { type JoinInput, joinSchema } from './inputs';
import { isOwnUnion } from './policy';
import type { UnionRecord } from './types';

export type JoinResult = { unionId: string; state: 'joined' | 'asked' };

/** Where the office finds the union: the places of both; of somebody of no place, that of the other one or of whoever asks. */
function placesOf(actor: Actor, both: readonly Reached[]): Pick<UnionRecord, 'path' | 'secondPath'> {
  const own = grantsOf(actor, 'registrar')[0]?.path ?? '/';
  const places = both.map(({ person }) => placeOf(person)).filter((place) => place !== '/');
  const [path = own, secondPath = path] = places;
  return { path, secondPath };
}

/** An open union of the same two is this one, sent twice; any other of the absorbed person stands in the way. */
async function findSame(tx: Ctx, keptId: string, absorbedId: string): Promise<UnionRecord | null> {
  const open = await listOpen(tx.db, [absorbedId]);
  const same = open.find((each) => each.keptId === keptId && each.absorbedId === absorbedId);
  if (same) return same;
  if (open.some((each) => each.absorbedId === absorbedId))
    throw new DomainError('conflict', 'unions.already-asked');
  return null;
}

/**
 * A registrar joins two records of one human: everything of the other one belongs to the kept one from now on. Where an
 * award of either asks for two keys, or both have an account, it is asked for, and another registrar confirms. Sent twice it is one. Throws
 * `licensing.not-a-registrar`, `unions.person-not-found`, `unions.same-person`, `unions.own-record`,
 * `unions.already-asked`, `unions.already-joined`, `unions.two-numbers`, `unions.open-applications`,
 * `unions.open-requests`, `unions.has-role`, `unions.two-birthdays`.
 */
export async function joinRecords(ctx: Ctx, input: JoinInput): Promise<JoinResult> {
  const { one, two, kept: keptId, reason, document } = joinSchema.parse(input);
  if (one === two || (keptId !== one && keptId !== two))
    throw new DomainError('invalid', 'unions.same-person', { field: 'kept' });
  const absorbedId = keptId === one ? two : one;
  const { actor, levels, ...reached } = await reachBoth(ctx, keptId, absorbedId);
  if (isOwnUnion(actor, { keptId, absorbedId }))
    throw new DomainError('forbidden', 'unions.own-record', { field: 'kept' });
  const keys = keysOf([reached.one, reached.two], levels);
  const { path, secondPath } = placesOf(actor, [reached.one, reached.two]);
  await settlePending(ctx, { personId: absorbedId });
  return inTransaction(ctx, async (tx) => {
    await lockPersons(tx.db, [keptId, absorbedId]);
    const same = await findSame(tx, keptId, absorbedId);
    if (same) return { unionId: same.id, state: same.joinedAt ? 'joined' : 'asked' };
    await requireJoinable(tx, { keptId, absorbedId }, levels);
    const [id, askedBy, askedAt] = [newId(), actor.accountId, tx.clock.now()];
    await insertUnion(tx.db, {
      id,
      keptId,
      absorbedId,
      reason,
      document,
      path,
      secondPath,
      keys,
      askedBy,
      askedAt,
    });
    if (keys === 1) await carryOut(tx, id, askedBy);
    else
      await recordAct(tx, {
        act: 'unions.asked',
        subject: { type: 'person', id: keptId },
        detail: { union: id, absorbed: absorbedId, reason, document },
      });
    return { unionId: id, state: keys === 1 ? 'joined' : 'asked' };
  });
}

async function carryOut(tx: Ctx, unionId: string, joinedBy: string): Promise<void> {
  const union = await findUnion(tx.db, unionId);
  if (union) await carryOutJoin(tx, union, joinedBy);
}
