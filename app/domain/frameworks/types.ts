import type { LocalizedText } from '~/i18n/content';
import type { MessageKey } from '~/i18n/resources';
import type { LocalDate } from '~/platform/local-date';
import type {
  ComponentRule,
  Criteria,
  ExpiryRule,
  PointsRule,
  ReinstatementTier,
  Requirement,
  Signatory,
} from './inputs';

/** One version of a level's rules; in force from a day until the next version begins. */
export type RuleSet = {
  id: string;
  levelId: string;
  number: number;
  effectiveFrom: LocalDate;
  prerequisites: Requirement;
  components: readonly ComponentRule[];
  expiry: ExpiryRule;
  windowMonths: number;
  graceMonths: number;
  cutOffDays: number;
  keysRequired: 1 | 2;
  /** Null: renewal asks for no points. */
  points: PointsRule | null;
  reinstatement: readonly ReinstatementTier[];
  /** Taken back before its first day: kept for what was decided ahead by it, never in force. */
  isWithdrawn: boolean;
};

/** A rule set that is in force nowhere yet. */
export type DraftRules = Omit<RuleSet, 'id' | 'levelId' | 'number' | 'isWithdrawn'>;

export type FrameworkFacts = {
  id: string;
  slug: string;
  organisationId: string;
  /** The organisation's materialised path, such as '/kjf/'. */
  path: string;
  name: LocalizedText;
  /** IANA zone in which its dates of law are counted. */
  zone: string;
  numberPrefix: string;
  signatories: readonly Signatory[];
};

export type Level = {
  id: string;
  slug: string;
  rank: number;
  name: LocalizedText;
  summary: LocalizedText;
  criteria: Criteria;
  framework: FrameworkFacts;
  /** Every version of its rules, oldest first. */
  ruleSets: readonly RuleSet[];
  /** The one in force on the day asked for; null before the first. */
  ruleSet: RuleSet | null;
  /** That rule set in sentences. */
  explanation: readonly Sentence[];
};

/**
 * A sentence about a rule: a message with its numbers, then the name of what it speaks of: a text, the title of a
 * ref (`course:<slug>`, `level:<slug>`), another message (`about`), or further sentences.
 */
export type Sentence = {
  key: MessageKey;
  params: Record<string, number>;
  name?: LocalizedText;
  ref?: string;
  about?: MessageKey;
  /** Of a live condition: the kind by which papers and courses give it. */
  component?: string;
  of?: readonly Sentence[];
};

/** A requirement for which something else may stand in; the key holds all that is asked for. */
export type Countable = { key: string; sentence: Sentence };

/** One sentence of the rules before and after a change; null where there was or will be none. */
export type RuleChange =
  | { kind: 'added'; was: null; now: Sentence }
  | { kind: 'removed'; was: Sentence; now: null }
  | { kind: 'changed'; was: Sentence; now: Sentence };

/** The quiz of a course as its newest version has it; null without one. */
export type CourseQuiz = { passPercent: number } | null;

/** Why a rule set cannot be: each is a message `frameworks:fault.<it>`. */
export type RuleFault =
  | 'points-collide'
  | 'tiers-collide'
  | 'too-few-parts'
  | 'same-component'
  | 'unknown-level'
  | 'own-level'
  | 'no-source'
  | 'unknown-course'
  | 'no-quiz'
  | 'no-code'
  | 'percent-in-pass-mark'
  | 'cut-off-before-window';

/** The dates of one licence period; `until` and `graceUntil` are last days, inclusive. */
export type PeriodPlan = { from: LocalDate; until: LocalDate; windowOpens: LocalDate; graceUntil: LocalDate };

export const SIGNATORY_STATES = ['proposed', 'confirmed', 'refused', 'ending', 'ended'] as const;
export type SignatoryState = (typeof SIGNATORY_STATES)[number];

export type SignatoryDeed = 'appoint' | 'confirm' | 'refuse' | 'end' | 'confirm-end' | 'refuse-end';

export type SignatoryAct = {
  act: SignatoryDeed;
  /** Of an end: the last day in office. */
  on: LocalDate | null;
  document: string;
  /** Null where the ladder was written whole. */
  actorId: string | null;
  recordedAt: Date;
};

/** One term of somebody in an office, with everything that was decided about it. */
export type SignatoryTerm = Signatory & {
  id: string;
  frameworkId: string;
  rank: number;
  latinName: string;
  document: string;
  /** Oldest first. */
  acts: readonly SignatoryAct[];
};
