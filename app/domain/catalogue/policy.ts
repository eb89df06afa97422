import { type Actor, hasRole } from '~/platform/actor';

/** Instructors publish material of their own organisation. */
export const canWriteCourse = (actor: Actor | null, organisationPath: string): boolean =>
  hasRole(actor, 'instructor', organisationPath);
