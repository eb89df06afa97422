import { type Actor, hasRole } from '~/platform/actor';

/** The holder, and registrars of the framework or of the holder's organisation. */
export function mayReadDocument(
  actor: Actor | null,
  document: { personId: string; paths: readonly string[] },
): boolean {
  if (actor === null) return false;
  return (
    actor.personId === document.personId || document.paths.some((path) => hasRole(actor, 'registrar', path))
  );
}
