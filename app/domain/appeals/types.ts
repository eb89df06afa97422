/** `request`: the refusal to count papers of others for a level; `refusal`: of an application. */
export const APPEAL_KINDS = ['refusal', 'request', 'suspension', 'revocation', 'pause'] as const;
export type AppealKind = (typeof APPEAL_KINDS)[number];

export type AppealOutcome = 'allowed' | 'dismissed';

/** An appeal against one decision, with who, when and why on both sides. */
export type Appeal = {
  id: string;
  kind: AppealKind;
  personId: string;
  levelId: string;
  applicationId: string | null;
  applicationDecisionId: string | null;
  qualificationId: string | null;
  decisionId: string | null;
  requestId: string | null;
  requestActId: string | null;
  text: string;
  submittedAt: Date;
  /** Null while it is open. */
  outcome: AppealOutcome | null;
  deciderId: string | null;
  document: string | null;
  answer: string | null;
  closedAt: Date | null;
};

/** What a first registrar proposed where the reversal needs two keys: to allow the appeal, on this document. */
export type Allowance = { proposerId: string; proposedAt: Date; document: string; answer: string };

/** As the office has it: the coach hears of a decision, not of a proposal. */
export type OfficeAppeal = Appeal & { proposal: Allowance | null };

/** The decision that is appealed against. */
export type AppealedDecision = {
  act: string;
  actorName: string;
  proposerName: string | null;
  reason: string | null;
  note: string;
  document: string | null;
  legalBasis: string | null;
  effectiveOn: string;
  recordedAt: Date;
};
