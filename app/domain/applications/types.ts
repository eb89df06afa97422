import type { LocalizedText } from '~/i18n/content';
import type { Lang } from '~/i18n/locales';
import type { LocalDate } from '~/platform/local-date';

export const APPLICATION_STATES = [
  'submitted',
  'proposed',
  'awarded',
  'refused',
  'returned',
  'withdrawn',
] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

export const DECIDE_ACTS = ['propose', 'confirm', 'return', 'refuse'] as const;
export type DecideAct = (typeof DECIDE_ACTS)[number];

/** One requirement of a level, met or missing on a day. Groups (`all`, `any`, `at-least`) hold their parts. */
export type Finding = {
  kind: 'registration' | 'course' | 'practical' | 'qualification' | 'component' | 'all' | 'any' | 'at-least';
  met: boolean;
  since: LocalDate | null;
  /** The last day on which it counts; null when it does not run out. */
  validUntil: LocalDate | null;
  /** Where one gets it: `course:<slug>`, `practical:<level>`, `level:<slug>`, `account`. */
  ref: string | null;
  /** Of a component. */
  name: LocalizedText | null;
  /** How many parts a group asks for; null for all of them. */
  count: number | null;
  of: readonly Finding[];
};

/** An act on an application with who, when and why. */
export type ApplicationDecision = {
  id: string;
  act: string;
  actorId: string;
  reason: string | null;
  note: string;
  effectiveOn: LocalDate;
  recordedAt: Date;
};

export type ApplicationRow = {
  id: string;
  personId: string;
  levelId: string;
  ruleSetVersionId: string;
  path: string;
  note: string;
  languages: readonly Lang[];
  submittedAt: Date;
  closedAt: Date | null;
  decisions: readonly ApplicationDecision[];
};

export type OwnApplication = ApplicationRow & { state: ApplicationState };

export type LevelName = { slug: string; name: LocalizedText };
