import type { Level } from '~/domain/frameworks/types';
import type { Actor } from '~/platform/actor';
import type { MovedRow, UnionRecord, UnionState } from './types';

/**
 * Whether a registrar reaches a person: the person's place is below one of the paths, or nowhere while nothing is held; or
 * every award that the person holds is within reach.
 */
export function isReached(
  place: string,
  paths: readonly string[],
  awards: number,
  isAwardReached: (at: number) => boolean,
): boolean {
  if (paths.some((path) => place.startsWith(path))) return true;
  if (awards === 0) return place === '/';
  return Array.from({ length: awards }, (_each, at) => at).every(isAwardReached);
}

/** Nobody joins or parts the own record. */
export const isOwnUnion = (
  actor: Actor,
  { keptId, absorbedId }: Pick<UnionRecord, 'keptId' | 'absorbedId'>,
): boolean => actor.personId === keptId || actor.personId === absorbedId;

/** What took two registrars is taken back by another one than whoever asked for it. */
export const isHeldBack = (
  { accountId }: Pick<Actor, 'accountId'>,
  { keys, askedBy }: Pick<UnionRecord, 'keys' | 'askedBy'>,
): boolean => keys === 2 && askedBy === accountId;

/**
 * How many registrars it takes: joining changes who holds what either of the two has, so it takes as many as the strictest
 * of their awards; and two where both have an account, because one of these cannot sign in any more.
 */
export const keysFor = (levelIds: readonly string[], levels: readonly Level[], accounts: number): 1 | 2 =>
  accounts > 1 || levels.some(({ id, ruleSet }) => levelIds.includes(id) && ruleSet?.keysRequired === 2)
    ? 2
    : 1;

export function stateOf({
  joinedAt,
  declinedAt,
  partedAt,
}: Pick<UnionRecord, 'joinedAt' | 'declinedAt' | 'partedAt'>): UnionState {
  if (partedAt) return 'parted';
  if (declinedAt) return 'declined';
  return joinedAt ? 'joined' : 'asked';
}

/** For the audit: how many rows of each kind. */
export function countMoved(moved: readonly MovedRow[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of moved) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
