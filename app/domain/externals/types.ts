import type { LocalizedText } from '~/i18n/content';

export type ExternalLevel = {
  id: string;
  slug: string;
  rank: number;
  name: LocalizedText;
  /** Who gives it or what it allows, where the source says it; no text otherwise. */
  note: LocalizedText;
  /** 1–10 of a dan grade; null for everything else. */
  grade: number | null;
};

/** A family of papers of another body; `source` is the address of the page that tells of it. */
export type ExternalFramework = {
  id: string;
  slug: string;
  name: LocalizedText;
  issuer: LocalizedText;
  /** ISO 3166-1 alpha-2; null for an international body. */
  country: string | null;
  source: string;
  note: LocalizedText;
  /** Lowest first. */
  levels: readonly ExternalLevel[];
};
