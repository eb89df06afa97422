import type { Lang } from '~/i18n/locales';
import { type Actor, hasRole } from '~/platform/actor';

/** Whether somebody works on captions anywhere: others need not know which recordings there are. */
export const worksOnCaptions = (actor: Actor | null): boolean =>
  hasRole(actor, 'editor') || hasRole(actor, 'instructor');

/** Where captions belong: the organisation's path, and the account of the instructor whose recording it is. */
type Belonging = { organisationPath: string; ownerId: string | null };

const isOwner = (actor: Actor | null, { organisationPath, ownerId }: Belonging): boolean =>
  hasRole(actor, 'instructor', organisationPath) && (ownerId === null || ownerId === actor?.accountId);

/**
 * The recording's instructor and editors of the organisation write captions, an editor whose grant names a language in
 * that one only. `owner` null: the material belongs to no recording yet.
 */
export const canWriteCaptions = (actor: Actor | null, owner: Belonging | null, lang: Lang): boolean =>
  (owner ? isOwner(actor, owner) : hasRole(actor, 'instructor')) ||
  (actor?.grants.some(
    (grant) =>
      grant.role === 'editor' &&
      (owner === null || owner.organisationPath.startsWith(grant.path)) &&
      (grant.lang === null || grant.lang === lang),
  ) ??
    false);

/** The recording's instructor approves captions, or gives them back. */
export const canApproveCaptions = (actor: Actor | null, owner: Belonging): boolean => isOwner(actor, owner);
