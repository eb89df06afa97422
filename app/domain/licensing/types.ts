import type { Level } from '~/domain/frameworks/types';
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

export type Holder = Pick<HolderFacts, 'personId' | 'displayName' | 'latinName' | 'organisationId' | 'path'>;

export type StudiedCourse = { title: LocalizedText; version: number; completedOn: LocalDate; hours?: number };

/** Everything a public document of one licence period is made from. */
export type IssueOrder = {
  personId: string;
  holder: { displayName: string; latinName: string };
  qualificationId: string;
  periodId: string;
  /** The period was written in this transaction, so that it has no document yet. */
  isNew?: boolean;
  frameworkId: string;
  level: Level;
  /** Local dates of the framework's zone; `until` is the last valid day. */
  awardedOn: LocalDate;
  from: LocalDate;
  until: LocalDate;
  languages: readonly Lang[];
  studied: readonly StudiedCourse[];
  practical: { heldOn: LocalDate; place: string } | null;
};

export type IssuedDocument = { serial: string; number: string };
export type PeriodDocument = IssuedDocument & {
  periodId: string;
  /** A further document corrects it. */
  isReplaced: boolean;
};

/** A further document of a period that has one, with another name of the holder. */
export type CorrectionOrder = Pick<
  IssueOrder,
  'personId' | 'holder' | 'qualificationId' | 'periodId' | 'frameworkId' | 'level' | 'until'
> & { corrects: true };

/** A document that was made a moment ago. */
export type MadeDocument = IssuedDocument & {
  /** SHA-256 of its content as canonical JSON, hex; for the audit chain. */
  sha256: string;
};

export type SuspensionKind = 'disciplinary' | 'automatic' | 'paused';

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
  /** The rules it began under, and the local date on which it was written down. */
  ruleSetVersionId: string;
  recordedOn: LocalDate;
  /** The zone in which today is asked for. */
  zone: string;
  awardedOn: LocalDate;
  from: LocalDate;
  /** These three stand behind the dates of the row by the days on which the clock stood still, `pausedDays` in all. */
  until: LocalDate;
  windowOpens: LocalDate | null;
  graceUntil: LocalDate | null;
  pausedDays: number;
  suspensions: readonly { from: LocalDate; to?: LocalDate; kind: SuspensionKind }[];
  lapsedComponents: readonly { kind: string; from: LocalDate; to?: LocalDate }[];
  /** In time order; one that was annulled from its first day left no span. */
  revocations: readonly { from: LocalDate; to?: LocalDate }[];
  surrenderedOn: LocalDate | null;
  supersededOn: LocalDate | null;
};

/** Dates of one live condition; both days inclusive. */
export type ComponentSpan = { kind: string; from: LocalDate; until: LocalDate };

/** What licensing knows of a person on a day. */
export type HolderRecord = {
  /** Every period, by award and cycle. */
  licences: readonly { facts: StandingFacts; standing: Standing }[];
  /** The longest first. */
  components: readonly ComponentSpan[];
};

export const LICENCE_STATES = [
  'future',
  'active',
  'renewable',
  'grace',
  'lapsed',
  'suspended',
  'superseded',
  'surrendered',
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

/** One line of the office's register. */
export type RegisterLine = {
  periodId: string;
  qualificationId: string;
  personId: string;
  level: Level | null;
  displayName: string;
  latinName: string;
  organisationId: string | null;
  /** Of the period itself; the one that waits for its first day has its own. */
  document: IssuedDocument | null;
  from: LocalDate;
  until: LocalDate;
  state: LicenceState;
  reason: SuspensionKind | null;
  missing: string[];
};

/** What an act changed: the state of the licence on the day from which it counts. */
export type ActState = { state: LicenceState; reason: SuspensionKind | null };

/** An act on an award with who, when and why. */
export type DecisionRow = {
  id: string;
  act: string;
  actorId: string;
  /** Who turned the first of two keys. */
  proposerId: string | null;
  reason: string | null;
  note: string;
  document: string | null;
  legalBasis: string | null;
  effectiveOn: LocalDate;
  until: LocalDate | null;
  /** Null where it was not written down in this form. */
  before: ActState | null;
  after: ActState | null;
  recordedAt: Date;
};

/** What is counted of licences on a day: each in one state; those that begin, and those that end soon. */
export const LICENCE_FIGURES = [
  'active',
  'renewable',
  'suspended',
  'grace',
  'lapsed',
  'surrendered',
  'revoked',
  /** Awards of the calendar year until the day. */
  'awards',
  /** Further cycles that began in the calendar year until the day. */
  'renewals',
  /** Last days within so many days that nothing follows yet. */
  'ending60',
  'ending180',
] as const;
export type LicenceFigure = (typeof LICENCE_FIGURES)[number];

/** The licences of one level at one place (a materialised path; '/' without one). */
export type LicenceCount = Record<LicenceFigure, number> & {
  place: string;
  /** Licences within their dates that lack a component, by its kind; one may lack several. */
  missing: Readonly<Record<string, number>>;
};

export const AWARD_ACTS = [
  'revoke',
  'annul',
  'suspend',
  'lift',
  'pause',
  'resume',
  'surrender',
  'correct',
] as const;
export type AwardAct = (typeof AWARD_ACTS)[number];

/** An act on an award, ready to be carried out. */
export type ActOrder = {
  act: AwardAct;
  qualificationId: string;
  actorId: string;
  /** Who turned the first of two keys; null where one is enough. */
  proposerId: string | null;
  reason: string | null;
  document: string | null;
  legalBasis: string | null;
  note: string;
  /** The first day on which it counts, and the last one of a pause. */
  effectiveOn: LocalDate;
  until: LocalDate | null;
  /** The decision whose own fact it reverses, which may be from a day that has passed; null for every other act. */
  reverses?: string | null;
};
