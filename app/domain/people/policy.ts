import { type Actor, grantsOf, hasRole } from '~/platform/actor';

/** Only within the organisations where the actor is admin. */
export const mayGrantAt = (actor: Actor | null, path: string): boolean => hasRole(actor, 'admin', path);

export const mayListPeople = (actor: Actor | null): boolean => hasRole(actor, 'admin');

export const maySeeProfile = (actor: Actor | null, accountId: string): boolean =>
  actor !== null && (actor.accountId === accountId || hasRole(actor, 'admin'));

/** A new root of the tree needs an admin of the whole installation, which only its set-up is. */
export const mayFoundBelow = (actor: Actor | null, parentPath: string | null): boolean =>
  hasRole(actor, 'admin', parentPath ?? '/');

type Subject = { accountId: string; grantPaths: readonly string[]; organisationPath: string | null };

/**
 * Who may print a one-time code: an admin for people whose roles all lie within the admin's organisations, a
 * coordinator for people of the coordinator's organisations who hold no role. Nobody for themself.
 */
export function mayIssueResetCode(actor: Actor | null, subject: Subject): boolean {
  if (!actor || actor.accountId === subject.accountId) return false;
  const { grantPaths, organisationPath } = subject;
  if (hasRole(actor, 'admin') && grantPaths.every((path) => hasRole(actor, 'admin', path))) return true;
  if (grantPaths.length > 0 || organisationPath === null) return false;
  return grantsOf(actor, 'coordinator').some((grant) => organisationPath.startsWith(grant.path));
}
