import type { FrameworkFacts } from '~/domain/frameworks/types';
import type { LocalizedText } from '~/i18n/content';
import type { LocalDate } from '~/platform/local-date';

/** A confirmed version, without its words. */
export type CodeVersion = { id: string; frameworkId: string; number: number; inForceFrom: LocalDate };

export type CodeWords = CodeVersion & { text: LocalizedText };

export const VERSION_STATES = ['proposed', 'coming', 'in-force', 'earlier', 'declined'] as const;
export type VersionState = (typeof VERSION_STATES)[number];

/** A version with everything that was proposed and decided about it. */
export type VersionRecord = Omit<CodeVersion, 'number'> & {
  number: number | null;
  text: LocalizedText;
  reason: string;
  document: string;
  proposedBy: string;
  proposedAt: Date;
  outcome: 'confirmed' | 'declined' | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  note: string | null;
};

export type CodeFramework = Pick<FrameworkFacts, 'id' | 'slug' | 'name' | 'path' | 'zone'>;

/** An acceptance of one version. */
export type Acceptance = { number: number; acceptedAt: Date };
