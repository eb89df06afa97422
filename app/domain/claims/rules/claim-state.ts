import type { ClaimAct, ClaimRow, ClaimState } from '../types';
import { kindRules } from './kinds';

const AFTER: Record<ClaimAct, ClaimState> = {
  confirm: 'confirmed',
  refuse: 'refused',
  withdraw: 'withdrawn',
};

/** The state of a claim with its decision, if there is one. */
export const claimState = (decision: { act: ClaimAct } | null): ClaimState =>
  decision ? AFTER[decision.act] : 'handed-in';

/** Whether it is a confirmed paper that could be of an external level, and nobody has said of which. */
export const isNameless = ({
  kind,
  decision,
  naming,
}: Pick<ClaimRow, 'kind' | 'decision' | 'naming'>): boolean =>
  kindRules(kind).external && decision?.read?.external === null && naming === null;
