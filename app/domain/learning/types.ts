import type { LessonKind } from '~/domain/catalogue/inputs';
import type { LocalizedText } from '~/i18n/content';
import type { LocalDate } from '~/platform/local-date';

/** A lesson in a learner's list. */
export type LessonStep = {
  slug: string;
  position: number;
  kind: LessonKind;
  title: LocalizedText;
  minutes: number;
  recordingId: string | null;
  isDone: boolean;
  isStarted: boolean;
};

/** How far somebody is in one round of a course. */
export type CourseStanding = {
  enrolmentId: string;
  slug: string;
  number: number;
  title: LocalizedText;
  done: number;
  total: number;
  /** 0–100, whole lessons. */
  percent: number;
  /** Where to go on; null when every lesson is done. */
  next: LessonStep | null;
  completion: CompletionFacts | null;
  /** Nothing more can come of this round, so that another one may begin. */
  mayBeginAnew: boolean;
};

export type CompletionFacts = {
  completedOn: LocalDate;
  scorePercent: number;
  /** The last valid day; null without an end. */
  validUntil: LocalDate | null;
  /** It ends soon or has ended. */
  isEnding: boolean;
  isExpired: boolean;
};
