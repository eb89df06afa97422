import type { Lang } from '~/i18n/locales';
import { type Actor, hasRole } from '~/platform/actor';

/** Whether somebody works on captions anywhere: others need not know which recordings there are. */
export const worksOnCaptions = (actor: Actor | null): boolean =>
  hasRole(actor, 'editor') || hasRole(actor, 'instructor');

/**
 * Editors and instructors of the organisation write captions, an editor whose grant names a language in that one only.
 * `path` null: the material belongs to no recording yet.
 */
export const canWriteCaptions = (actor: Actor | null, path: string | null, lang: Lang): boolean =>
  hasRole(actor, 'instructor', path ?? undefined) ||
  (actor?.grants.some(
    (grant) =>
      grant.role === 'editor' &&
      (path === null || path.startsWith(grant.path)) &&
      (grant.lang === null || grant.lang === lang),
  ) ??
    false);

/** An instructor of the organisation approves captions, or gives them back. */
export const canApproveCaptions = (actor: Actor | null, path: string): boolean =>
  hasRole(actor, 'instructor', path);
