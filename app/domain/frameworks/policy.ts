import { type Actor, hasRole } from '~/platform/actor';

/** The registrar of the organisation whose ladder it is. */
export const canDefineFramework = (actor: Actor | null, path: string): boolean =>
  hasRole(actor, 'registrar', path);
