import { type Actor, hasRole } from '~/platform/actor';

/** Editors and instructors of the organisation prepare. */
export const canPrepareRecording = (actor: Actor | null, path: string): boolean =>
  hasRole(actor, 'instructor', path) || hasRole(actor, 'editor', path);

/** Only an instructor of the organisation publishes and withdraws. */
export const canPublishRecording = (actor: Actor | null, path: string): boolean =>
  hasRole(actor, 'instructor', path);
