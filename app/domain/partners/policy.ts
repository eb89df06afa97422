import { type Actor, hasRole } from '~/platform/actor';

/** What is said about an organisation, and the papers that allow it, are written by its admins. */
export const canWriteInstitution = (actor: Actor | null, path: string): boolean =>
  hasRole(actor, 'admin', path);

/** Only instructors present themselves, and only for an organisation where they are instructors. */
export const canWriteProfile = (actor: Actor | null, path: string): boolean =>
  hasRole(actor, 'instructor', path);
