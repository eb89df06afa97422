import { type Actor, hasRole } from '~/platform/actor';

/** Editors and instructors write captions; the text is shown with its origin. */
export const canWriteCaptions = (actor: Actor | null): boolean =>
  hasRole(actor, 'editor') || hasRole(actor, 'instructor');
