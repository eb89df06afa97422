import { type Actor, covers, grantsOf, hasRole } from '~/platform/actor';

/**
 * Whose papers a registrar sees: people at or below some paths, and, for registrars of an organisation with a framework
 * of its own, also those who belong nowhere yet, since nobody else would.
 */
export type Reach = { paths: readonly string[]; nowhere: boolean };

/** The path of people without an organisation. */
export const NOWHERE = '/';

export const isRegistrar = (actor: Actor | null): boolean => hasRole(actor, 'registrar');

export function reachOf(actor: Actor | null, frameworkPaths: readonly string[]): Reach {
  const grants = grantsOf(actor, 'registrar');
  const nowhere = frameworkPaths.some((path) => grants.some((grant) => covers(grant, path)));
  return { paths: grants.map(({ path }) => path), nowhere };
}

export const reaches = ({ paths, nowhere }: Reach, path: string): boolean =>
  paths.some((each) => path.startsWith(each)) || (nowhere && path === NOWHERE);

/** Nobody decides on the own record. */
export const isOwnRecord = (actor: Actor | null, personId: string): boolean => actor?.personId === personId;
