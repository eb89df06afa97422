import type { PointCategory, Requirement } from '~/domain/frameworks/inputs';
import type { CountedPoints } from '~/domain/ledger/types';
import type { IssuedDocument } from '~/domain/licensing/types';
import type { LocalizedText } from '~/i18n/content';
import type { Lang } from '~/i18n/locales';
import type { LocalDate } from '~/platform/local-date';

export const APPLICATION_STATES = [
  'submitted',
  'proposed',
  'awarded',
  'refused',
  'returned',
  'withdrawn',
] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

/** What is asked for: a level, or the next period of one that is held. */
export const APPLICATION_KINDS = ['award', 'renewal'] as const;
export type ApplicationKind = (typeof APPLICATION_KINDS)[number];

export const DECIDE_ACTS = ['propose', 'confirm', 'return', 'refuse'] as const;
export type DecideAct = (typeof DECIDE_ACTS)[number];

/** The paper of others that a requirement counts as met by: through an equivalence, or by a decision for this person alone. */
export type CountedBy = {
  kind: 'equivalence' | 'grant';
  /** Of the equivalence, or of the evidence that the decision made. */
  id: string;
  paper: LocalizedText;
  /** The first day of the equivalence, or the day of the decision. */
  on: LocalDate;
  /** What the equivalence asks for in words; no text where it asks for nothing. */
  conditions: LocalizedText | null;
};

/** One requirement of a level, met or missing on a day. Groups (`all`, `any`, `at-least`) hold their parts. */
export type Finding = {
  kind: Requirement['kind'] | 'component';
  met: boolean;
  since: LocalDate | null;
  /** The last day on which it counts; null when it does not run out. */
  validUntil: LocalDate | null;
  /**
   * Where one gets it: `course:<slug>`, `practical:<level>`, `level:<slug>`, `account`, `papers`, `code`, or
   * `birthday` where an age is asked for and the birthday is not known.
   */
  ref: string | null;
  /** Of a component. */
  name: LocalizedText | null;
  /** How many parts a group asks for (null for all of them), how many hours or points, which grade, how many per cent, which age. */
  count: number | null;
  /** Of a quiz: the best result so far, in per cent; nothing before any. */
  have?: number | null;
  /** Of an age: the person told the birthday, no table of the office. */
  isOwnWord?: boolean;
  /** Of hours and points: of which kind; nothing for all kinds together. */
  category?: PointCategory | null;
  /** Met by a paper of others alone. */
  by?: CountedBy | null;
  of: readonly Finding[];
};

/** An act on an application with who, when and why. `reopen` begins another round. */
export type ApplicationDecision = {
  id: string;
  act: string;
  actorId: string;
  reason: string | null;
  note: string;
  effectiveOn: LocalDate;
  recordedAt: Date;
  /** Of a proposal or a confirmation: papers of others by which requirements counted as met. */
  counted: readonly CountedBy[];
  /** Whether who decided checked the conditions under which they count. */
  conditionsChecked?: boolean;
};

export type ApplicationRow = {
  id: string;
  kind: ApplicationKind;
  personId: string;
  levelId: string;
  ruleSetVersionId: string;
  path: string;
  note: string;
  languages: readonly Lang[];
  submittedAt: Date;
  closedAt: Date | null;
  decisions: readonly ApplicationDecision[];
};

export type OwnApplication = ApplicationRow & { state: ApplicationState };

/** The acts that «issue» of many stands for. */
export const KEYS = ['propose', 'confirm'] as const;
export type Key = (typeof KEYS)[number];

/** What may be missing: of a level's requirements and components, and of the points of a cycle. */
export const LACK_KINDS = [
  'registration',
  'course',
  'quiz-score',
  'practical',
  'qualification',
  'component',
  'hours',
  'points',
  'dan',
  'age',
  'code-of-conduct',
  'all',
  'any',
  'at-least',
  'cycle-points',
] as const satisfies readonly (Finding['kind'] | 'cycle-points')[];

/** Something that is missing, without what is known of it; groups hold the parts that are missing. */
export type Lack = Pick<Finding, 'ref' | 'name'> & {
  kind: (typeof LACK_KINDS)[number];
  /** How many parts of a group are still needed, how many hours or points, which grade. */
  count: number | null;
  /** Of the points of a cycle: how many there are. Of a quiz: the best result, in per cent. */
  have: number | null;
  category: PointCategory | null;
  of: readonly Lack[];
};

/** What stands against a decision: a code, what its words need, and, where that is what stands against it, what is missing. */
type Objected = {
  code: string;
  params: Readonly<Record<string, string | number>>;
  missing: readonly Lack[];
};

/** What became of one application among many. */
export type Outcome = { applicationId: string } & (
  | { outcome: 'done'; state: ApplicationState; issued: IssuedDocument | null }
  | ({ outcome: 'not-done' } & Objected)
);

/** What would become of it; without an act nothing would. */
export type Foreseen = { applicationId: string; act: DecideAct | null } & Omit<Objected, 'code'> & {
    code: string | null;
    /** The key that «issue» asked for, also where something stands against it. */
    key: Key | null;
  };

export type LevelName = { slug: string; name: LocalizedText };

/** Points of a cycle as a renewal would count them now. */
export type PointsCount = {
  total: number;
  required: number;
  /** Of the total: what passed from the cycle before. */
  carried: number;
  /** What would pass into the next cycle. */
  carryOver: number;
  categories: readonly { category: PointCategory; points: number; minimum: number; maximum: number | null }[];
  /** What would be written down, oldest first. */
  entries: readonly CountedPoints[];
  met: boolean;
};

/** How a licence may be renewed: in its window, in grace, or by what a tier of the rules asks for after that. */
export type RenewalWay = 'window' | 'grace' | 'reinstatement';

/** What a renewal asks for today and what is there. */
export type Renewal = {
  qualificationId: string;
  /** The cycle that is renewed, and the rules that count it. */
  periodId: string;
  ruleSetVersionId: string;
  way: RenewalWay;
  /** The last day of this way. */
  lastDay: LocalDate;
  /** The day by which it must be handed in, where that is before the last day of the licence. */
  handInBy: LocalDate | null;
  /** First day of the next cycle if it is confirmed today. */
  begins: LocalDate;
  findings: readonly Finding[];
  points: PointsCount | null;
  isReady: boolean;
};
