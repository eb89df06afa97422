import { type Actor, hasRole } from '~/platform/actor';

/** Coordinators of the organisation announce its seminars; so do its instructors. */
export const canWriteSeminar = (actor: Actor | null, path: string): boolean =>
  hasRole(actor, 'coordinator', path) || hasRole(actor, 'instructor', path);
