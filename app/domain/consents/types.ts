/** Somebody who can be recognised, for those who prepare the recording. */
export interface ShownPerson {
  id: string;
  name: string;
  isMinor: boolean;
  /** 'YYYY-MM-DD'; null: no consent yet. */
  consentedOn: string | null;
  givenBy: string | null;
  abroad: boolean;
  isWithdrawn: boolean;
}

/** Seconds that nobody sees any more: [startMs, endMs) of the master; `cutVersion`: blank from this version on. */
export interface Span {
  id: string;
  startMs: number;
  endMs: number;
  cutVersion: number | null;
}
