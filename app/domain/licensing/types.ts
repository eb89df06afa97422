import type { LocalizedText } from '~/i18n/content';
import type { Lang } from '~/i18n/locales';
import type { LocalDate } from '~/platform/local-date';

/** What licensing keeps about a person so that the office finds them; given by people through a port. */
export type HolderFacts = {
  personId: string;
  displayName: string;
  latinName: string;
  /** All spellings, folded by `platform/folding/names`, separated by spaces. */
  foldedNames: string;
  organisationId: string | null;
  /** Materialised path of the organisation; '/' without one. */
  path: string;
  /** Where decisions are told; null without a confirmed address. */
  mail: { to: string; lang: Lang } | null;
};

export type StudiedCourse = { title: LocalizedText; version: number; completedOn: LocalDate; hours?: number };

/** Everything a public document of one licence period is made from. */
export type IssueOrder = {
  personId: string;
  holder: { displayName: string; latinName: string };
  qualificationId: string;
  periodId: string;
  frameworkId: string;
  levelId: string;
  /** Local dates of the framework's zone; `until` is the last valid day. */
  awardedOn: LocalDate;
  from: LocalDate;
  until: LocalDate;
  languages: readonly Lang[];
  studied: readonly StudiedCourse[];
  practical: { heldOn: LocalDate; place: string } | null;
};

export type IssuedDocument = { serial: string; number: string };

export type SuspensionKind = 'disciplinary' | 'automatic';

/**
 * All that decides the state of one licence period, as known at a moment. Spans are inclusive; without `to` they last
 * until further notice.
 */
export type StandingFacts = {
  periodId: string;
  qualificationId: string;
  personId: string;
  levelId: string;
  no: number;
  /** The zone in which today is asked for. */
  zone: string;
  awardedOn: LocalDate;
  from: LocalDate;
  until: LocalDate;
  windowOpens: LocalDate | null;
  graceUntil: LocalDate | null;
  suspensions: readonly { from: LocalDate; to?: LocalDate; kind: SuspensionKind }[];
  lapsedComponents: readonly { kind: string; from: LocalDate; to?: LocalDate }[];
  revocation: { effectiveOn: LocalDate } | null;
  surrenderedOn: LocalDate | null;
  supersededOn: LocalDate | null;
};

export const LICENCE_STATES = [
  'future',
  'active',
  'renewable',
  'grace',
  'lapsed',
  'suspended',
  'superseded',
  'revoked',
] as const;
export type LicenceState = (typeof LICENCE_STATES)[number];

export type Standing = {
  state: LicenceState;
  /** Why it is suspended. */
  reason: SuspensionKind | null;
  /** Components that are not live on the day. */
  missing: readonly string[];
  /** The last day on which renewal is possible, in the window and in grace. */
  renewableUntil: LocalDate | null;
};

export const APPLICATION_STATES = [
  'submitted',
  'proposed',
  'awarded',
  'refused',
  'returned',
  'withdrawn',
] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

export const DECIDE_ACTS = ['propose', 'confirm', 'return', 'refuse'] as const;
export type DecideAct = (typeof DECIDE_ACTS)[number];

/** One requirement of a level, met or missing on a day. Groups (`all`, `any`, `at-least`) hold their parts. */
export type Finding = {
  kind: 'registration' | 'course' | 'practical' | 'qualification' | 'component' | 'all' | 'any' | 'at-least';
  met: boolean;
  since: LocalDate | null;
  /** The last day on which it counts; null when it does not run out. */
  validUntil: LocalDate | null;
  /** Where one gets it: `course:<slug>`, `practical:<level>`, `level:<slug>`, `account`. */
  ref: string | null;
  /** Of a component. */
  name: LocalizedText | null;
  /** How many parts a group asks for; null for all of them. */
  count: number | null;
  of: readonly Finding[];
};

/** An act of the office with who, when and why. */
export type DecisionRow = {
  id: string;
  act: string;
  actorId: string;
  reason: string | null;
  note: string;
  document: string | null;
  effectiveOn: LocalDate;
  recordedAt: Date;
};

export type ApplicationRow = {
  id: string;
  personId: string;
  levelId: string;
  ruleSetVersionId: string;
  path: string;
  note: string;
  languages: readonly Lang[];
  submittedAt: Date;
  closedAt: Date | null;
  decisions: readonly DecisionRow[];
};

export type LevelName = { slug: string; name: LocalizedText };
