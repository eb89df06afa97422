import type { Level } from '~/domain/frameworks/types';
import type { Standing } from '~/domain/licensing/types';
import type { LocalizedText } from '~/i18n/content';
import type { LocalDate } from '~/platform/local-date';

/** A row that a joining gave to the kept person; `was` = what else of it was changed. */
export type MovedRow = { kind: string; rowId: string; was: { [key: string]: string | number | null } | null };

export const UNION_STATES = ['asked', 'joined', 'declined', 'parted'] as const;
export type UnionState = (typeof UNION_STATES)[number];

export type UnionRecord = {
  id: string;
  keptId: string;
  absorbedId: string;
  reason: string;
  document: string;
  path: string;
  secondPath: string;
  keys: number;
  askedBy: string;
  askedAt: Date;
  joinedBy: string | null;
  joinedAt: Date | null;
  declinedBy: string | null;
  declinedAt: Date | null;
  partedBy: string | null;
  partedAt: Date | null;
  partReason: string | null;
};

/** Kinds of rows that pages name, in their order. */
export const SHOWN_KINDS = [
  'qualification',
  'credential',
  'application',
  'evidence',
  'enrolment',
  'score-sheet',
  'claim',
  'appeal',
  'account',
] as const;
export type ShownKind = (typeof SHOWN_KINDS)[number];
export type Counts = Partial<Record<ShownKind, number>>;

/** One of two records as they are compared. */
export type ComparedRecord = {
  personId: string;
  displayName: string;
  latinName: string;
  /** Every spelling, family name first. */
  names: readonly { script: string; text: string }[];
  organisation: LocalizedText | null;
  hasAccount: boolean;
  awards: readonly {
    qualificationId: string;
    level: Level;
    awardedOn: LocalDate;
    until: LocalDate;
    standing: Standing;
  }[];
  counts: Counts;
};
