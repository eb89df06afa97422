import { type Actor, covers, grantsOf, hasRole, type Role } from '~/platform/actor';

const READERS: readonly Role[] = ['registrar', 'observer'];

export const mayReadReports = (actor: Actor | null): boolean => READERS.some((role) => hasRole(actor, role));

export const mayOrderReports = (actor: Actor | null): boolean => hasRole(actor, 'registrar');

/** All of the framework, wherever its holders are. */
export const EVERYWHERE = '/';

function reachOf(actor: Actor | null, roles: readonly Role[], frameworkPath: string): readonly string[] {
  const grants = roles.flatMap((role) => grantsOf(actor, role));
  if (grants.some((grant) => covers(grant, frameworkPath))) return [EVERYWHERE];
  const paths = [...new Set(grants.map(({ path }) => path))].sort();
  return paths.filter((path) => !paths.some((above) => above !== path && path.startsWith(above)));
}

/** The places whose numbers somebody may read in a framework; with EVERYWHERE there is no other. */
export const readingReach = (actor: Actor | null, frameworkPath: string): readonly string[] =>
  reachOf(actor, READERS, frameworkPath);

/** The places for which somebody may order reports of a framework. */
export const orderingReach = (actor: Actor | null, frameworkPath: string): readonly string[] =>
  reachOf(actor, ['registrar'], frameworkPath);

export const isReached = (reach: readonly string[], path: string): boolean =>
  reach.some((above) => path.startsWith(above));

/**
 * The part of a report at `path` that a reader gets: the place asked for, or without one the largest they reach; null
 * when they reach none, or not that one.
 */
export function partFor(reach: readonly string[], path: string, asked: string): string | null {
  if (asked !== '') return asked.startsWith(path) && isReached(reach, asked) ? asked : null;
  if (isReached(reach, path)) return path;
  return reach.find((own) => own.startsWith(path)) ?? null;
}
