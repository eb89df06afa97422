import { type Actor, covers, grantsOf, hasRole } from '~/platform/actor';

/**
 * Whose papers a registrar sees: people at or below some paths, and, for registrars of an organisation with a framework
 * of its own, also those who belong to no such organisation, since nobody else would.
 */
export type Reach = {
  paths: readonly string[];
  /** Paths of the organisations with frameworks; null: the registrar is of none of them. */
  allBut: readonly string[] | null;
};

export const isRegistrar = (actor: Actor | null): boolean => hasRole(actor, 'registrar');

export function reachOf(actor: Actor | null, frameworkPaths: readonly string[]): Reach {
  const grants = grantsOf(actor, 'registrar');
  const isOwner = frameworkPaths.some((path) => grants.some((grant) => covers(grant, path)));
  return { paths: grants.map(({ path }) => path), allBut: isOwner ? [...new Set(frameworkPaths)] : null };
}

export const reaches = ({ paths, allBut }: Reach, path: string): boolean =>
  paths.some((each) => path.startsWith(each)) ||
  (allBut !== null && !allBut.some((each) => path.startsWith(each)));

/** Nobody decides on the own record. */
export const isOwnRecord = (actor: Actor | null, personId: string): boolean => actor?.personId === personId;
