import { type Actor, hasRole } from '~/platform/actor';

/** Masters come from instructors and editors of any organisation; whose recording it becomes is decided there. */
export const canRegisterMaster = (actor: Actor | null): boolean =>
  hasRole(actor, 'instructor') || hasRole(actor, 'editor');
