import type { LocalizedText } from '~/i18n/content';
import type { Lang } from '~/i18n/locales';
import type { LocalDate } from '~/platform/local-date';
import type { PublicStatus } from './rules/public-status';

/**
 * Everything that a credential's paper and badge say, frozen at issue. Dates are local dates of the
 * framework's zone ('YYYY-MM-DD'); `validUntil` is the last valid day. Nothing else about a person
 * goes in: no birthday, no identity number, no contact.
 */
export type CredentialSnapshot = {
  /** Canonical serial, 13 characters without separators. */
  serial: string;
  /** The framework's gapless number as printed, such as KJF-2026-000117. */
  number: string;
  holder: {
    /** The name in the holder's own script. */
    display: string;
    /** The name in Latin letters as in the passport. */
    latin: string;
    /** One more spelling the holder uses. */
    other?: string;
  };
  framework: { slug: string; name: LocalizedText };
  level: { slug: string; rank: number; name: LocalizedText };
  studied: readonly StudiedCourse[];
  /** The practical assessment on the mat; null where the level asks for none. */
  practical: { heldOn: LocalDate; place: string } | null;
  awardedOn: LocalDate;
  validFrom: LocalDate;
  validUntil: LocalDate;
  signatories: readonly Signatory[];
  issuer: LocalizedText;
  issuedOn: LocalDate;
};

export type StudiedCourse = {
  title: LocalizedText;
  version: number;
  completedOn: LocalDate;
  hours?: number;
};

export type Signatory = { name: string; office: LocalizedText; organisation: LocalizedText };

/** What a stranger learns about one credential. Moments are UTC; dates are local dates of `zone`. */
export type VerifiedCredential = {
  serial: string;
  /** In groups of four. */
  printedSerial: string;
  number: string;
  status: PublicStatus;
  holder: { display: string; latin: string };
  level: { slug: string; name: LocalizedText };
  framework: { slug: string; name: LocalizedText };
  signatories: readonly Signatory[];
  awardedOn: LocalDate;
  validFrom: LocalDate;
  validUntil: LocalDate;
  issuedOn: LocalDate;
  /** The day and the knowledge that the answer stands for, and when it was given. */
  on: LocalDate;
  knownAt: Date;
  asOf: Date;
  zone: string;
  history: readonly HistoryEntry[];
};

/** A public event of a document, oldest first. */
export type HistoryEntry = {
  event:
    | 'issued'
    | 'suspended'
    | 'restored'
    | 'lapsed'
    | 'revoked'
    | 'annulled'
    | 'surrendered'
    | 'superseded';
  on: LocalDate;
};

/** A line of the public register. */
export type ListedHolder = {
  serial: string;
  name: string;
  level: LocalizedText;
  status: PublicStatus;
  validUntil: LocalDate;
};

/** A stored file of a document: its key in `ctx.storage`. */
export type IssuedFile = { storageKey: string; bytes: number; renderedAt: Date };

/** A document as it was issued, for what else is made of it. */
export type IssuedSnapshot = {
  id: string;
  serial: string;
  snapshot: CredentialSnapshot;
  /** The two languages of its paper, the first one first. */
  languages: readonly [Lang, Lang];
  /** IANA zone of its dates. */
  zone: string;
  /** Its place in the status lists. */
  place: { listNo: number; index: number };
  /** Null while a file is in the making, and for cards that nobody asked for yet. */
  files: { certificate: IssuedFile | null; card: IssuedFile | null };
};

declare module '~/platform/events' {
  interface DomainEvents {
    /** A public document was issued. */
    'credential.issued': { credentialId: string };
  }
}
