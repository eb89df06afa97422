import { type Actor, hasRole } from '~/platform/actor';

/** The registrar of the organisation whose code it is. */
export const mayPublish = (actor: Actor | null, path: string): boolean => hasRole(actor, 'registrar', path);
