import type { DecisionAct } from '../inputs';

/**
 * translating: cues wait for their words; machine: nobody has read what a machine wrote; draft: written or changed
 * since the last decision; returned: given back with a note. A decision holds for the revision it was made about.
 */
export type TrackState = 'translating' | 'machine' | 'draft' | 'reviewed' | 'approved' | 'returned';

type Facts = {
  origin: string;
  sourceLang: string | null;
  completedAt: Date | null;
  revision: number;
  decision: { act: string; revision: number } | null;
};

const ACTS: readonly string[] = ['reviewed', 'approved', 'returned'] satisfies DecisionAct[];

const isAct = (act: string): act is DecisionAct => ACTS.includes(act);

export function stateOf({ origin, sourceLang, completedAt, revision, decision }: Facts): TrackState {
  if (decision?.revision === revision && isAct(decision.act)) return decision.act;
  if (sourceLang !== null && completedAt === null) return 'translating';
  return origin === 'machine' ? 'machine' : 'draft';
}

/** Whether viewers get the track: a translation only once it was complete. */
export const isOffered = ({ sourceLang, completedAt }: Pick<Facts, 'sourceLang' | 'completedAt'>): boolean =>
  sourceLang === null || completedAt !== null;

/** Which decision may follow: captions are reviewed before they are approved. */
export const mayFollow = (state: TrackState, act: DecisionAct): boolean =>
  act === 'reviewed'
    ? state === 'machine' || state === 'draft' || state === 'returned' || state === 'translating'
    : act === 'approved'
      ? state === 'reviewed'
      : state === 'reviewed' || state === 'approved';
