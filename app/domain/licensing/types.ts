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
export type PeriodDocument = IssuedDocument & { periodId: string };

/** A document that was made a moment ago. */
export type MadeDocument = IssuedDocument & {
  /** SHA-256 of its content as canonical JSON, hex; for the audit chain. */
  sha256: string;
};

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
  /** The rules it began under, and the local date on which it was written down. */
  ruleSetVersionId: string;
  recordedOn: LocalDate;
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
