import type { DraftRules, Level, RuleChange, RuleFault, RuleSet, Sentence } from '~/domain/frameworks/types';
import type { LocalDate } from '~/platform/local-date';

export type AmendmentKind = 'change' | 'withdrawal';

export const AMENDMENT_STATES = ['draft', 'proposed', 'approved', 'refused', 'withdrawn'] as const;
export type AmendmentState = (typeof AMENDMENT_STATES)[number];

export type AmendmentDeed = 'draft' | 'edit' | 'propose' | 'approve' | 'refuse' | 'return' | 'withdraw';

export type AmendmentAct = {
  act: AmendmentDeed;
  actorId: string;
  note: string;
  /** Of an edit: a hash of what was sent. */
  sent: string | null;
  recordedAt: Date;
};

export type Amendment = {
  id: string;
  levelId: string;
  kind: AmendmentKind;
  /** Null for a withdrawal. */
  content: DraftRules | null;
  /** What an approved change became, or what a withdrawal takes back. */
  ruleSetVersionId: string | null;
  openedAt: Date;
  closedAt: Date | null;
  /** Oldest first. */
  acts: readonly AmendmentAct[];
};

/** What the reader may do with an open amendment now. */
export type AmendmentPower = 'edit' | 'propose' | 'withdraw' | 'approve' | 'return' | 'refuse';

/** One requirement of a draft with the place that its forms send. */
export type EditorRow = { place: string; sentence: Sentence };

export type EditorPart = EditorRow & {
  group: { kind: 'all' | 'any' | 'at-least'; count: number | null; rows: readonly EditorRow[] } | null;
};

export type EditorTier = { months: number; rows: readonly EditorRow[] };

export type OpenAmendment = {
  id: string;
  kind: AmendmentKind;
  state: AmendmentState;
  /** Of the content, for the forms that decide or edit it. */
  fingerprint: string;
  rules: DraftRules | null;
  /** Of a withdrawal: the rules that it takes back. */
  target: RuleSet | null;
  /** Of a change: approved rules of the same day, of which it takes the place; `changes` are against them. */
  replaces: RuleSet | null;
  sentences: readonly Sentence[];
  changes: readonly RuleChange[];
  faults: readonly RuleFault[];
  /** The same as the editor lists it. */
  parts: readonly EditorPart[];
  tiers: readonly EditorTier[];
  acts: readonly (Omit<AmendmentAct, 'sent'> & { actorName: string })[];
  powers: readonly AmendmentPower[];
  /** The reader wrote a part of it, and therefore does not decide it. */
  isOwn: boolean;
};

export type ComingRules = { rules: RuleSet; sentences: readonly Sentence[]; changes: readonly RuleChange[] };

/** A level with everything that is known of its rules. */
export type Rulebook = {
  level: Level;
  /** All levels, for the requirements that speak of others. */
  levels: readonly Level[];
  /** Today in the framework's zone. */
  today: LocalDate;
  coming: readonly ComingRules[];
  open: OpenAmendment | null;
  /** Earlier amendments, newest first. */
  closed: readonly { id: string; kind: AmendmentKind; state: AmendmentState; closedAt: Date }[];
  /** The reader may draft, propose and decide here. */
  mayAmend: boolean;
};

/** For whom the drafted rules decide, and what changes. */
export type AffectedRow = {
  periodId: string;
  qualificationId: string;
  displayName: string;
  latinName: string;
  until: LocalDate;
  /** The next period cannot begin before the new rules. */
  isDue: boolean;
  isAsked: boolean;
  /** First day of the next period: the day after the running one, or the first day of the new rules. */
  begins: LocalDate;
  /** Last days of that period, by the rules that would follow without the change (null: none) and by the new ones. */
  lastsBefore: LocalDate | null;
  lastsNow: LocalDate;
  /** Points that the running cycle still asks for, by the rules it began under; null: none. */
  pointsOfRunning: number | null;
  /** Components newly asked for that the holder does not have today, by kind. */
  lacks: readonly string[];
};
