import { type Actor, hasRole } from '~/platform/actor';

/** Where a recording belongs: its organisation's path, and the account of the instructor whose it is. */
export type Belonging = { path: string; ownerId: string | null };

const isOwner = (actor: Actor | null, { path, ownerId }: Belonging): boolean =>
  hasRole(actor, 'instructor', path) && (ownerId === null || ownerId === actor?.accountId);

/** Its instructor and the editors of the organisation prepare; another instructor does not. */
export const canPrepareRecording = (actor: Actor | null, belonging: Belonging): boolean =>
  isOwner(actor, belonging) || hasRole(actor, 'editor', belonging.path);

/** Only its instructor publishes, withdraws and decides about rights. */
export const canPublishRecording = (actor: Actor | null, belonging: Belonging): boolean =>
  isOwner(actor, belonging);
