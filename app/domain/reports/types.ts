import type { LicenceCount } from '~/domain/licensing/types';
import type { LocalizedText } from '~/i18n/content';
import type { LocalDate } from '~/platform/local-date';

/** The licences of one level (by slug) at one place. */
export type ReportRow = LicenceCount & { level: string };

/** What a checksum covers: plain JSON, no names. */
export type ReportTotals = {
  /** Of the shape of the rows: what a later one counts besides is not asked of an earlier one. */
  version: number;
  /** By slug. */
  framework: string;
  path: string;
  on: LocalDate;
  /** ISO 8601, UTC, milliseconds. */
  knownAt: string;
  /** By place and level; only where there is any licence. */
  rows: readonly ReportRow[];
};

/** What a report is asked for. */
export type ReportOrder = {
  frameworkId: string;
  path: string;
  /** A local day of the framework's zone. */
  on: LocalDate;
  knownAt: Date;
};

export type StoredReport = ReportOrder & {
  id: string;
  levelsAll: number;
  levelsDone: number;
  /** Null while it is counted. */
  counted: { totals: ReportTotals; sha256: string; at: Date } | null;
};

/** The ladder as a report names it. */
export type ReportFramework = {
  id: string;
  slug: string;
  path: string;
  zone: string;
  name: LocalizedText;
  levels: readonly { id: string; slug: string; name: LocalizedText }[];
  /** Names of components by kind. */
  components: Readonly<Record<string, LocalizedText>>;
};

/** A report, or the part of it that somebody asked for and may read. */
export type ReportView = Pick<StoredReport, 'id' | 'path' | 'on' | 'knownAt' | 'levelsAll' | 'levelsDone'> & {
  framework: ReportFramework;
  /** The place of the part; the report's own where it is the whole. */
  place: string;
  /** Null while it is counted. */
  counted: { totals: ReportTotals; sha256: string; at: Date } | null;
};

/** One line of the list; `place` is the part that this reader opens. */
export type ReportLine = Pick<StoredReport, 'id' | 'on' | 'knownAt' | 'levelsAll' | 'levelsDone'> & {
  framework: LocalizedText;
  zone: string;
  place: string;
  isCounted: boolean;
};

/** Where a second count differs from what is stored. */
export type Difference = { place: string; level: string; figure: string; stored: number; counted: number };

export type ReportFile = { name: string; type: string; bytes: Uint8Array<ArrayBuffer> };
