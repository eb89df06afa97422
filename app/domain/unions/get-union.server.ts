import { listLevels } from '~/domain/frameworks/list-levels.server';
import { type DescribedPerson, describePeople } from '~/domain/people/describe-people.server';
import type { Ctx } from '~/platform/context';
import { compared } from './data/compared.server';
import { reachPeople, reachUnion } from './data/reach.server';
import { countMoves } from './data/unions.server';
import { isOwnUnion, stateOf } from './policy';
import type { ComparedRecord, Counts, UnionRecord, UnionState } from './types';

export type UnionPerson = { personId: string; displayName: string; latinName: string; hasAccount: boolean };

export type UnionView = Omit<
  UnionRecord,
  'path' | 'secondPath' | 'askedBy' | 'joinedBy' | 'declinedBy' | 'partedBy'
> & {
  state: UnionState;
  kept: UnionPerson;
  absorbed: UnionPerson;
  moved: Counts;
  askedByName: string;
  joinedByName: string | null;
  declinedByName: string | null;
  partedByName: string | null;
  /** Both as they are now, while it waits and the reader reaches both. */
  records: { kept: ComparedRecord; absorbed: ComparedRecord } | null;
  /** The reader asked for it. */
  isAsker: boolean;
  /** The reader is one of the two. */
  isOwn: boolean;
};

async function recordsOf(ctx: Ctx, union: UnionRecord, people: readonly DescribedPerson[]) {
  if (stateOf(union) !== 'asked') return null;
  const levels = await listLevels(ctx);
  const reached = await reachPeople(ctx, people, levels);
  const [kept, absorbed] = [reached.get(union.keptId), reached.get(union.absorbedId)];
  if (!kept || !absorbed) return null;
  return { kept: await compared(ctx, kept, levels), absorbed: await compared(ctx, absorbed, levels) };
}

/** A union with who did what, for registrars. Throws `licensing.not-a-registrar`, `unions.not-found`. */
export async function getUnion(ctx: Ctx, { unionId }: { unionId: string }): Promise<UnionView> {
  const { actor, union } = await reachUnion(ctx, unionId);
  const { path: _path, secondPath: _second, askedBy, joinedBy, declinedBy, partedBy, ...facts } = union;
  const people = await describePeople(ctx, { personIds: [union.keptId, union.absorbedId] });
  const personOf = (id: string): UnionPerson => {
    const found = people.find(({ personId }) => personId === id);
    const { displayName = '', latinName = '' } = found ?? {};
    return { personId: id, displayName, latinName, hasAccount: (found?.accountId ?? null) !== null };
  };
  const actors = [askedBy, joinedBy, declinedBy, partedBy].filter((id) => id !== null);
  const names = await ctx.ports.nameAccounts(ctx, [...new Set(actors)]);
  const nameOf = (id: string | null) => id && (names.get(id) ?? '');
  return {
    ...facts,
    state: stateOf(union),
    kept: personOf(union.keptId),
    absorbed: personOf(union.absorbedId),
    moved: await countMoves(ctx.db, union.id),
    records: await recordsOf(ctx, union, people),
    askedByName: names.get(askedBy) ?? '',
    joinedByName: nameOf(joinedBy),
    declinedByName: nameOf(declinedBy),
    partedByName: nameOf(partedBy),
    isAsker: askedBy === actor.accountId,
    isOwn: isOwnUnion(actor, union),
  };
}
