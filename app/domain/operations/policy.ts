import { type Actor, hasRole } from '~/platform/actor';

/** The installation belongs to nobody's region: whoever is admin anywhere may watch over it. */
export const mayOperate = (actor: Actor | null): boolean => hasRole(actor, 'admin');
