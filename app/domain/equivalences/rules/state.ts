import type { EquivalenceAct, EquivalenceState, RequestAct, RequestState } from '../types';

const AFTER: Readonly<Record<EquivalenceAct, EquivalenceState>> = {
  confirm: 'confirmed',
  refuse: 'refused',
  withdraw: 'withdrawn',
  end: 'ended',
};

/** The state of an equivalence after its acts, oldest first. */
export const equivalenceState = (acts: readonly { act: EquivalenceAct }[]): EquivalenceState =>
  acts.reduce<EquivalenceState>((_before, { act }) => AFTER[act], 'proposed');

export type Obstacle =
  | 'equivalences.already-decided'
  | 'equivalences.second-person'
  | 'equivalences.not-the-author'
  | 'equivalences.not-in-force';

/** Why somebody may not do this to it now; null when nothing stands against it. */
export function obstacle(
  act: EquivalenceAct,
  { acts, proposedBy }: { acts: readonly { act: EquivalenceAct }[]; proposedBy: string },
  actorId: string,
): Obstacle | null {
  const state = equivalenceState(acts);
  if (act === 'end') return state === 'confirmed' ? null : 'equivalences.not-in-force';
  if (state !== 'proposed') return 'equivalences.already-decided';
  const isAuthor = proposedBy === actorId;
  if (act === 'withdraw') return isAuthor ? null : 'equivalences.not-the-author';
  return isAuthor ? 'equivalences.second-person' : null;
}

const REQUEST_AFTER: Readonly<Record<RequestAct, RequestState>> = {
  propose: 'proposed',
  grant: 'granted',
  return: 'returned',
  refuse: 'refused',
  withdraw: 'withdrawn',
};

/** The state of a request after its acts, oldest first. */
export const requestState = (acts: readonly { act: RequestAct }[]): RequestState =>
  acts.reduce<RequestState>((_before, { act }) => REQUEST_AFTER[act], 'asked');

export const isOpenRequest = (state: RequestState): boolean => state === 'asked' || state === 'proposed';
