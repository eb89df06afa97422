import { type Actor, hasRole } from '~/platform/actor';

/** The registrar of the organisation that keeps the list. */
export const canDefineExternal = (actor: Actor | null, path: string): boolean =>
  hasRole(actor, 'registrar', path);
