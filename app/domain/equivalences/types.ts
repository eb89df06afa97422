import type { Countable } from '~/domain/frameworks/types';
import type { LocalizedText } from '~/i18n/content';
import type { Lang } from '~/i18n/locales';
import type { LocalDate } from '~/platform/local-date';

export const EQUIVALENCE_ACTS = ['confirm', 'refuse', 'withdraw', 'end'] as const;
export type EquivalenceAct = (typeof EQUIVALENCE_ACTS)[number];

/** `ending`: it counts until a successor begins; `run-out`: its last day has passed. */
export const EQUIVALENCE_STATES = [
  'proposed',
  'confirmed',
  'refused',
  'withdrawn',
  'ended',
  'ending',
  'run-out',
] as const;
export type EquivalenceState = (typeof EQUIVALENCE_STATES)[number];

/** An act with who, when and why. `effectiveOn`: of an end, the first day on which it does not count. */
export type MadeAct = {
  id: string;
  act: EquivalenceAct;
  actorId: string;
  note: string;
  effectiveOn: LocalDate;
  recordedAt: Date;
};

export type EquivalenceRow = {
  id: string;
  /** Slug of the external level. */
  external: string;
  levelId: string;
  /** Keys of requirements, as frameworks names them. */
  counts: readonly string[];
  /** In words; no text where there are none. */
  conditions: LocalizedText;
  validFrom: LocalDate;
  validUntil: LocalDate | null;
  reason: string;
  document: string;
  proposedBy: string;
  proposedAt: Date;
  acts: readonly MadeAct[];
};

/** One that is confirmed and not ended: it counts from `begins` to `validUntil`, the day before an end that is set. */
export type InForce = Pick<
  EquivalenceRow,
  'id' | 'external' | 'levelId' | 'counts' | 'conditions' | 'validUntil'
> & {
  begins: LocalDate;
};

/** A requirement that an equivalence names; without a sentence the rules in force no longer ask for it. */
export type CountedRequirement = { key: string; sentence: Countable['sentence'] | null };

export const REQUEST_ACTS = [
  'propose',
  'grant',
  'return',
  'refuse',
  'withdraw',
  'propose-revoke',
  'withdraw-revoke',
  'keep',
  'revoke',
  'reopen',
] as const;
export type RequestAct = (typeof REQUEST_ACTS)[number];

/**
 * What a registrar does to a request; `confirm` is the second key of a grant, `confirm-revoke` of taking it back. `keep`
 * refuses to take it back, `withdraw-revoke` is its author's second thought.
 */
export const REQUEST_DECISIONS = [
  'grant',
  'confirm',
  'return',
  'refuse',
  'revoke',
  'confirm-revoke',
  'keep',
  'withdraw-revoke',
] as const;
export type RequestDecision = (typeof REQUEST_DECISIONS)[number];

export const REQUEST_STATES = [
  'asked',
  'proposed',
  'granted',
  'returned',
  'refused',
  'withdrawn',
  'revoked',
] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

export type MadeRequestAct = {
  id: string;
  act: RequestAct;
  actorId: string;
  counts: readonly string[];
  document: string;
  note: string;
  /** Of taking a grant back: the first day on which it does not count. */
  effectiveOn: LocalDate | null;
  recordedAt: Date;
};

/** What a coach asked for one level, with what the office did. */
export type RequestRow = {
  id: string;
  personId: string;
  levelId: string;
  path: string;
  lang: Lang;
  statement: string;
  evidenceIds: readonly string[];
  askedAt: Date;
  closedAt: Date | null;
  acts: readonly MadeRequestAct[];
};

/** As the coach has it: without proposals of the office. */
export type OwnRequest = RequestRow & { state: RequestState };
