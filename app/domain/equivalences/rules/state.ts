import type { LocalDate } from '~/platform/local-date';
import type {
  EquivalenceAct,
  EquivalenceRow,
  EquivalenceState,
  RequestAct,
  RequestDecision,
  RequestState,
} from '../types';

const AFTER: Readonly<Record<EquivalenceAct, EquivalenceState>> = {
  confirm: 'confirmed',
  refuse: 'refused',
  withdraw: 'withdrawn',
  end: 'ended',
};

/** The state of an equivalence after its acts, oldest first. */
export const equivalenceState = (acts: readonly { act: EquivalenceAct }[]): EquivalenceState =>
  acts.reduce<EquivalenceState>((_before, { act }) => AFTER[act], 'proposed');

/** The same as it stands on a day: one may have run out, or its end may be set for a later day. */
export function standingOf(
  { acts, validUntil }: Pick<EquivalenceRow, 'acts' | 'validUntil'>,
  on: LocalDate,
): EquivalenceState {
  const state = equivalenceState(acts);
  if (state === 'confirmed' && validUntil !== null && validUntil < on) return 'run-out';
  const isComing = acts.some(({ act, effectiveOn }) => act === 'end' && effectiveOn > on);
  return state === 'ended' && isComing ? 'ending' : state;
}

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
  'propose-revoke': 'granted',
  'withdraw-revoke': 'granted',
  keep: 'granted',
  revoke: 'revoked',
  reopen: 'asked',
};

/** The state of a request after its acts, oldest first. */
export const requestState = (acts: readonly { act: RequestAct }[]): RequestState =>
  acts.reduce<RequestState>((_before, { act }) => REQUEST_AFTER[act], 'asked');

export const isOpenRequest = (state: RequestState): boolean => state === 'asked' || state === 'proposed';

type RequestObstacle =
  | 'equivalences.request-decided'
  | 'equivalences.already-proposed'
  | 'equivalences.not-proposed'
  | 'equivalences.not-granted'
  | 'equivalences.revoke-proposed'
  | 'equivalences.revoke-not-proposed'
  | 'equivalences.second-key'
  | 'equivalences.not-the-author';

type Act = { act: RequestAct; actorId: string };

/** The proposal to grant, or to take back, that waits for an answer: always the last act. */
export function standingProposal<Made extends { act: RequestAct }>(acts: readonly Made[]): Made | null {
  const last = acts.at(-1);
  return last?.act === 'propose' || last?.act === 'propose-revoke' ? last : null;
}

/** Why somebody may not decide so now; null when nothing stands against it. The own record is asked for apart. */
export function requestObstacle(
  act: RequestDecision,
  acts: readonly Act[],
  actorId: string,
): RequestObstacle | null {
  if (isOnGrant(act)) return grantedObstacle(act, acts, actorId);
  const state = requestState(acts);
  if (!isOpenRequest(state)) return 'equivalences.request-decided';
  if (act === 'grant') return state === 'proposed' ? 'equivalences.already-proposed' : null;
  if (act !== 'confirm') return null;
  if (state !== 'proposed') return 'equivalences.not-proposed';
  return standingProposal(acts)?.actorId === actorId ? 'equivalences.second-key' : null;
}

const ON_GRANT = ['revoke', 'confirm-revoke', 'keep', 'withdraw-revoke'] as const;
type OnGrant = (typeof ON_GRANT)[number];

/** Decisions about what is granted already. */
export const isOnGrant = (act: RequestDecision): act is OnGrant => ON_GRANT.some((each) => each === act);

function grantedObstacle(act: OnGrant, acts: readonly Act[], actorId: string): RequestObstacle | null {
  if (requestState(acts) !== 'granted') return 'equivalences.not-granted';
  const proposal = standingProposal(acts);
  if (act === 'revoke') return proposal ? 'equivalences.revoke-proposed' : null;
  if (!proposal) return 'equivalences.revoke-not-proposed';
  const isAuthor = proposal.actorId === actorId;
  if (act === 'withdraw-revoke') return isAuthor ? null : 'equivalences.not-the-author';
  return isAuthor ? 'equivalences.second-key' : null;
}

const UNTOLD: readonly RequestAct[] = ['propose', 'propose-revoke', 'withdraw-revoke', 'keep'];

/** A proposal, and that nothing came of it, is the office's own affair. */
export const isUntold = (act: RequestAct): boolean => UNTOLD.includes(act);

/** As the coach has it. */
export const forCoach = <Row extends { acts: readonly { act: RequestAct }[] }>(row: Row): Row => ({
  ...row,
  acts: row.acts.filter(({ act }) => !isUntold(act)),
});

/** Evidence that a request may name on a day: papers of others and prior learning, none that is over. */
export const isPaper = (
  { type, validUntil }: { type: string; validUntil: LocalDate | null },
  on: LocalDate,
): boolean => (type === 'external' || type === 'prior_learning') && (validUntil === null || on <= validUntil);

/** The last day on which papers carry a grant: the latest of theirs; null when one of them does not run out. */
export const lastDayOf = (papers: readonly { validUntil: LocalDate | null }[]): LocalDate | null =>
  papers.some(({ validUntil }) => validUntil === null)
    ? null
    : papers.reduce<LocalDate | null>(
        (last, { validUntil }) => (validUntil && (last ?? '') < validUntil ? validUntil : last),
        null,
      );
