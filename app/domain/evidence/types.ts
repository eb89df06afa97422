import type { LocalizedText } from '~/i18n/content';
import type { LocalDate } from '~/platform/local-date';

/** A person as others may see them at work: no contact, no birthday. */
export type PersonFacts = {
  personId: string;
  /** The name in the person's own script. */
  displayName: string;
  latinName: string;
  /** Materialised path of the person's organisation; null without one. */
  path: string | null;
  organisation: LocalizedText | null;
};

/** A level as the practical examination sees it. Marks are 0–5. */
export type AssessedLevel = {
  slug: string;
  name: LocalizedText;
  /** The organisation that owns the level, as path. */
  path: string;
  zone: string;
  meanAtLeast: number;
  items: readonly { key: string; name: LocalizedText; hint: LocalizedText; minimum: number }[];
};

/** One line of a score sheet, with its criterion as it was that day. */
export type Mark = { key: string; name: LocalizedText; minimum: number; mark: number };

export const EVIDENCE_TYPES = [
  'course',
  'quiz',
  'practical',
  'component',
  'external',
  'prior_learning',
  'equivalence',
  'equivalence_revoked',
] as const;
export type EvidenceType = (typeof EVIDENCE_TYPES)[number];

export type EvidenceRow = {
  id: string;
  /** What it was made of; what takes evidence back names the same source. */
  sourceId: string;
  type: EvidenceType;
  ref: string;
  title: LocalizedText;
  component: string | null;
  hours: number | null;
  points: number;
  /** Of its points: course | practical | seminar | placement | other. */
  category: string;
  /** Of a quiz, in per cent; null where there was none. */
  scorePercent: number | null;
  occurredOn: LocalDate;
  validUntil: LocalDate | null;
  recordedAt: Date;
  /** Where it happened (practical examinations). */
  place: string | null;
};

export type SheetState = 'to-sign' | 'signed';

export type SheetSummary = {
  id: string;
  personId: string;
  level: string;
  heldOn: LocalDate;
  place: string;
  passed: boolean;
  state: SheetState;
  recordedAt: Date;
};

export type Sheet = SheetSummary & {
  marks: readonly Mark[];
  mean: number;
  remarks: string;
  assessorId: string;
  secondSignerId: string | null;
  secondSignedAt: Date | null;
};
