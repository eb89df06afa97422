import { type Actor, hasRole } from '~/platform/actor';

/** Only instructors hand in recordings, and only for an organisation of theirs. */
export const canUpload = (actor: Actor | null, path: string): boolean => hasRole(actor, 'instructor', path);
