import type { ApplicationState, DecideAct } from '../types';

export type MadeDecision = { act: string; actorId: string };

const STATE_AFTER: Readonly<Record<string, ApplicationState>> = {
  propose: 'proposed',
  confirm: 'awarded',
  refuse: 'refused',
  return: 'returned',
  withdraw: 'withdrawn',
  reopen: 'submitted',
};

const OPEN: readonly ApplicationState[] = ['submitted', 'proposed'];

/** The state after all decisions, oldest first. */
export const applicationState = (decisions: readonly Pick<MadeDecision, 'act'>[]): ApplicationState =>
  decisions.reduce<ApplicationState>((state, { act }) => STATE_AFTER[act] ?? state, 'submitted');

/** In which round decisions are made now: an appeal that opens the application again begins the next one. */
export const roundOf = (decisions: readonly Pick<MadeDecision, 'act'>[]): number =>
  1 + decisions.filter(({ act }) => act === 'reopen').length;

const inThisRound = (decisions: readonly MadeDecision[]): readonly MadeDecision[] =>
  decisions.slice(decisions.findLastIndex(({ act }) => act === 'reopen') + 1);

export const isOpen = (state: ApplicationState): boolean => OPEN.includes(state);

export type Obstacle =
  | 'applications.already-decided'
  | 'applications.already-proposed'
  | 'applications.one-key-is-enough'
  | 'applications.propose-first'
  | 'applications.second-person';

/** Why an account may not do this act now; null when it may. Roles and the own record are asked for apart. */
export function obstacle(
  act: DecideAct,
  facts: { decisions: readonly MadeDecision[]; keysRequired: 1 | 2; actorId: string },
): Obstacle | null {
  const state = applicationState(facts.decisions);
  if (!isOpen(state)) return 'applications.already-decided';
  if (act === 'refuse' || act === 'return') return null;
  if (act === 'propose') {
    if (facts.keysRequired === 1) return 'applications.one-key-is-enough';
    return state === 'proposed' ? 'applications.already-proposed' : null;
  }
  if (facts.keysRequired === 1) return null;
  if (state !== 'proposed') return 'applications.propose-first';
  const isProposer = inThisRound(facts.decisions).some(
    (made) => made.act === 'propose' && made.actorId === facts.actorId,
  );
  return isProposer ? 'applications.second-person' : null;
}

const ACTS: readonly DecideAct[] = ['propose', 'confirm', 'return', 'refuse'];

/** What an account may do with the application now. */
export const possibleActs = (facts: Parameters<typeof obstacle>[1]): DecideAct[] =>
  ACTS.filter((act) => obstacle(act, facts) === null);
