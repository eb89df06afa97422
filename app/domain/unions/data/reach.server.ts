import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Level } from '~/domain/frameworks/types';
import { getHolderRecords } from '~/domain/licensing/get-holder-records.server';
import { isRegistrar, isWithin, type Scope, scopeOf } from '~/domain/licensing/policy';
import type { HolderRecord } from '~/domain/licensing/types';
import { type DescribedPerson, describePeople } from '~/domain/people/describe-people.server';
import type { Actor } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { isId } from '~/platform/ids';
import { isReached, keysFor } from '../policy';
import type { UnionRecord } from '../types';
import { findUnion } from './unions.server';

/** A person within a registrar's reach, with what they hold. */
export type Reached = { person: DescribedPerson; record: HolderRecord };

/** Throws `licensing.not-a-registrar`. */
export function requireRegistrar(ctx: Ctx): Actor {
  if (!ctx.actor || !isRegistrar(ctx.actor)) throw new DomainError('forbidden', 'licensing.not-a-registrar');
  return ctx.actor;
}

export const placeOf = ({ organisation }: DescribedPerson): string => organisation?.path ?? '/';

/** Those of the people whom a registrar reaches, by person. */
export async function reachPeople(
  ctx: Ctx,
  people: readonly DescribedPerson[],
  levels: readonly Level[],
): Promise<Map<string, Reached>> {
  const scope: Scope = scopeOf(ctx.actor, levels);
  const on = ctx.clock.today(levels[0]?.framework.zone ?? 'UTC');
  const personIds = people.map(({ personId }) => personId);
  const records = await getHolderRecords(ctx, { personIds, on });
  const reached = new Map<string, Reached>();
  for (const person of people) {
    const record = records.get(person.personId) ?? { licences: [], components: [] };
    const held = record.licences.map(({ facts }) => ({ levelId: facts.levelId, path: placeOf(person) }));
    const isWithinScope = isReached(placeOf(person), scope.paths, held.length, (at) => {
      const award = held[at];
      return award !== undefined && isWithin(scope, award);
    });
    if (isWithinScope) reached.set(person.personId, { person, record });
  }
  return reached;
}

/** How many registrars it takes to join them. */
export const keysOf = (both: readonly Reached[], levels: readonly Level[]): 1 | 2 =>
  keysFor(
    both.flatMap(({ record }) => record.licences.map(({ facts }) => facts.levelId)),
    levels,
    both.filter(({ person }) => person.accountId !== null).length,
  );

/** Two people whom a registrar reaches; throws `licensing.not-a-registrar`, `unions.person-not-found`. */
export async function reachBoth(
  ctx: Ctx,
  one: string,
  two: string,
): Promise<{ actor: Actor; levels: Level[]; one: Reached; two: Reached }> {
  const actor = requireRegistrar(ctx);
  const levels = await listLevels(ctx);
  const personIds = [...new Set([one, two].filter(isId))];
  const found = await reachPeople(ctx, await describePeople(ctx, { personIds }), levels);
  const [first, second] = [found.get(one), found.get(two)];
  if (!first || !second) throw new DomainError('not-found', 'unions.person-not-found');
  return { actor, levels, one: first, two: second };
}

/** A union that a registrar may see. Throws `licensing.not-a-registrar`, `unions.not-found`. */
export async function reachUnion(ctx: Ctx, unionId: string): Promise<{ actor: Actor; union: UnionRecord }> {
  const actor = requireRegistrar(ctx);
  const union = isId(unionId) ? await findUnion(ctx.db, unionId) : null;
  const { paths } = scopeOf(actor, []);
  const isSeen = (place: string) => paths.some((path) => place.startsWith(path));
  if (!union || !(union.askedBy === actor.accountId || isSeen(union.path) || isSeen(union.secondPath)))
    throw new DomainError('not-found', 'unions.not-found');
  return { actor, union };
}

/**
 * A union that a registrar may take back: the places that both had are within reach, or every award that the kept person
 * has now. Throws `licensing.not-a-registrar`, `unions.not-found`, `unions.person-not-found`.
 */
export async function reachParted(ctx: Ctx, unionId: string): Promise<{ actor: Actor; union: UnionRecord }> {
  const { actor, union } = await reachUnion(ctx, unionId);
  const { levels, one } = await reachBoth(ctx, union.keptId, union.absorbedId);
  const scope = scopeOf(actor, levels);
  const held = one.record.licences.map(({ facts }) => facts.levelId);
  const isWhole = held.length > 0 && held.every((levelId) => scope.levelIds.includes(levelId));
  const isPlaced = [union.path, union.secondPath].every((place) =>
    scope.paths.some((path) => place.startsWith(path)),
  );
  if (!isPlaced && !isWhole) throw new DomainError('not-found', 'unions.person-not-found');
  return { actor, union };
}
