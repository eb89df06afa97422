import type { LocalDate } from '~/platform/local-date';

export const PROPOSED_ACTS = ['revoke', 'annul', 'suspend', 'lift', 'pause', 'resume', 'correct'] as const;
export type ProposedAct = (typeof PROPOSED_ACTS)[number];

export const OUTCOMES = ['confirmed', 'declined', 'taken-back'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The name that a corrected document is to bear. */
export type AgreedName = { displayName: string; latinName: string };

/** An act that waits for a second person, or waited. */
export type Proposal = {
  id: string;
  qualificationId: string;
  levelId: string;
  act: ProposedAct;
  reason: string;
  document: string | null;
  legalBasis: string | null;
  effectiveOn: LocalDate;
  until: LocalDate | null;
  note: string;
  proposerId: string;
  byHolder: boolean;
  /** The holder's wish that a registrar took up with this proposal. */
  wishId: string | null;
  /** Of a correction; null for every other act. */
  displayName: string | null;
  latinName: string | null;
  proposedAt: Date;
  /** Null while it is open. */
  outcome: Outcome | null;
  deciderId: string | null;
  answer: string | null;
  closedAt: Date | null;
};

/** What the holder asked the office for, with the answer that there is: its own, or that to the proposal it became. */
export type Wish = Pick<
  Proposal,
  'id' | 'qualificationId' | 'act' | 'effectiveOn' | 'until' | 'outcome' | 'answer'
> & {
  /** A registrar took it up, and another one has not answered yet. */
  isTakenUp: boolean;
};
