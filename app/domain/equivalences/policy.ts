import { type Actor, hasRole } from '~/platform/actor';

/** Registrars of the organisation whose level it is propose, decide and end; other registrars read. */
export const mayRule = (actor: Actor | null, path: string): boolean => hasRole(actor, 'registrar', path);
