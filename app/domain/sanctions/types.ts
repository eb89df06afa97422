import type { LocalDate } from '~/platform/local-date';

export const PROPOSED_ACTS = ['revoke', 'annul', 'suspend', 'lift', 'pause', 'correct'] as const;
export type ProposedAct = (typeof PROPOSED_ACTS)[number];

export const OUTCOMES = ['confirmed', 'declined', 'taken-back'] as const;
export type Outcome = (typeof OUTCOMES)[number];

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
  proposedAt: Date;
  /** Null while it is open. */
  outcome: Outcome | null;
  deciderId: string | null;
  answer: string | null;
  closedAt: Date | null;
};
