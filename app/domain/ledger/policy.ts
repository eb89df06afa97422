import { type Actor, hasRole } from '~/platform/actor';

/** The own ledger, and what a registrar decides from. */
export const canReadLedger = (actor: Actor | null, personId: string): boolean =>
  actor !== null && (actor.personId === personId || hasRole(actor, 'registrar'));
