import type { ClaimAct, ClaimState } from '../types';

const AFTER: Record<ClaimAct, ClaimState> = {
  confirm: 'confirmed',
  refuse: 'refused',
  withdraw: 'withdrawn',
};

/** The state of a claim with its decision, if there is one. */
export const claimState = (decision: { act: ClaimAct } | null): ClaimState =>
  decision ? AFTER[decision.act] : 'handed-in';
