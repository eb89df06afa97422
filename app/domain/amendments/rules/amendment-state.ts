import type { AmendmentAct, AmendmentDeed, AmendmentPower, AmendmentState } from '../types';

type Made = Pick<AmendmentAct, 'act' | 'actorId'>;

const STATE_AFTER: Readonly<Partial<Record<AmendmentDeed, AmendmentState>>> = {
  draft: 'draft',
  propose: 'proposed',
  return: 'draft',
  approve: 'approved',
  refuse: 'refused',
  withdraw: 'withdrawn',
};

/** The state after all acts, oldest first. */
export const amendmentState = (acts: readonly Pick<Made, 'act'>[]): AmendmentState =>
  acts.reduce<AmendmentState>((state, { act }) => STATE_AFTER[act] ?? state, 'draft');

export const isOpen = (state: AmendmentState): boolean => state === 'draft' || state === 'proposed';

const WRITING: readonly AmendmentDeed[] = ['draft', 'edit', 'propose'];

/** Whether an account drafted, edited or proposed it. */
export const isAuthor = (acts: readonly Made[], actorId: string): boolean =>
  acts.some((made) => made.actorId === actorId && WRITING.includes(made.act));

export type Obstacle =
  | 'amendments.already-decided'
  | 'amendments.already-proposed'
  | 'amendments.not-proposed'
  | 'amendments.second-person'
  | 'amendments.not-yours';

/** Why an account may not do this now; null when it may. Roles are asked for apart. */
export function obstacle(power: AmendmentPower, acts: readonly Made[], actorId: string): Obstacle | null {
  const state = amendmentState(acts);
  const wrote = isAuthor(acts, actorId);
  if (!isOpen(state)) return 'amendments.already-decided';
  switch (power) {
    case 'edit':
    case 'propose':
      return state === 'proposed' ? 'amendments.already-proposed' : null;
    case 'withdraw':
      return wrote ? null : 'amendments.not-yours';
    case 'approve':
    case 'return':
    case 'refuse':
      if (state !== 'proposed') return 'amendments.not-proposed';
      return wrote ? 'amendments.second-person' : null;
  }
}

const POWERS: readonly AmendmentPower[] = ['edit', 'propose', 'withdraw', 'approve', 'return', 'refuse'];

/** What an account may do now. A withdrawal has nothing to edit or to go back to. */
export const powersOf = (
  { kind, acts }: { kind: string; acts: readonly Made[] },
  actorId: string,
): AmendmentPower[] =>
  POWERS.filter((power) => obstacle(power, acts, actorId) === null).filter(
    (power) => kind === 'change' || !['edit', 'propose', 'return'].includes(power),
  );
