import type { LocalizedText } from '~/i18n/content';

/**
 * What can be found besides techniques and terms. `shelf` keeps the few large things, their parts and the many
 * captions in indexes of their own; `weight` multiplies the rank (README).
 */
export const KINDS = {
  course: { shelf: 1, weight: 1 },
  methodology: { shelf: 1, weight: 1 },
  seminar: { shelf: 1, weight: 0.95 },
  recording: { shelf: 1, weight: 0.9 },
  lesson: { shelf: 2, weight: 0.8 },
  chapter: { shelf: 2, weight: 0.75 },
  caption: { shelf: 3, weight: 0.5 },
} as const;

export type DocumentKind = keyof typeof KINDS;
export const DOCUMENT_KINDS = Object.keys(KINDS) as DocumentKind[];

export const isDocumentKind = (text: unknown): text is DocumentKind =>
  typeof text === 'string' && Object.hasOwn(KINDS, text);

/** Who may read a text: as media's audiences, and `nobody` for what is not published or was withdrawn. */
export type SearchAudience = 'public' | 'account' | 'nobody' | `enrolled:${string}` | `qualified:${string}`;

/** Text that only some may read: it is neither matched nor shown for anybody else. */
export type InnerText = {
  texts: readonly LocalizedText[];
  audience: SearchAudience;
  /** Where those who may read it find it; without language, such as `/learn/safe-hall/m1-l1`. */
  path: string;
};

export type SearchDocument = {
  kind: DocumentKind;
  /** The id of the thing in its domain; once for each kind. */
  id: string;
  /** Address without language, such as `/courses/safe-hall`. */
  path: string;
  /** Found by its words first, and suggested while typing. */
  title: LocalizedText;
  /** What everybody may read who may know of the thing: summary, outcomes, programme. Markdown is allowed. */
  texts?: readonly LocalizedText[];
  inner?: InnerText;
  /** Who may know of the thing at all; everybody when left out. */
  audience?: SearchAudience;
  /** Last day on which it is found, 'YYYY-MM-DD', inclusive. */
  availableUntil?: string | null;
  /** What belongs together, such as `asset:<id>` for a recording with its chapters and captions. */
  group?: string | null;
  /** Second of the recording at which it begins. */
  seconds?: number | null;
  /** The lexicon's techniques and terms that it deals with: a query that names one finds it in any language. */
  techniqueIds?: readonly string[];
  termIds?: readonly string[];
};
