import type { LocalizedText } from '~/i18n/content';
import type { LocalDate } from '~/platform/local-date';

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
