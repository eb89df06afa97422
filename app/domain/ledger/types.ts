/** Points that passed from the cycle before; they count to the total only. */
export const CARRIED = 'carry-over';

/** One counting of a renewal, or the reversal of one (then `reversesId` is set and points are negative). */
export type LedgerEntry = {
  id: string;
  periodId: string;
  evidenceId: string | null;
  category: string;
  points: number;
  reversesId: string | null;
  note: string;
  recordedAt: Date;
  isReversed: boolean;
};

export type CountedPoints = { evidenceId: string | null; category: string; points: number };
