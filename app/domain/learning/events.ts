import type { LocalizedText } from '~/i18n/content';
import type { LocalDate } from '~/platform/local-date';

/** A round of a course was completed: every lesson done, the quiz passed. */
export type CourseCompleted = {
  /** The completion's id. */
  sourceId: string;
  personId: string;
  /** 'course:<slug>@<version number>' */
  ref: string;
  title: LocalizedText;
  hours: number;
  points: number;
  /** The condition of licences that it meets, such as 'safeguarding'. */
  component: string | null;
  validityMonths: number | null;
  /** The best result of the round's quiz until then, in per cent; null without a quiz. */
  scorePercent: number | null;
  /** Local date in Kazakhstan. */
  occurredOn: LocalDate;
};

/** A quiz that had been passed was sat again after the completion, and passed again, with whatever result. */
export type QuizPassedAgain = {
  /** The attempt's id. */
  sourceId: string;
  personId: string;
  /** As of the completion. */
  ref: string;
  title: LocalizedText;
  scorePercent: number;
  /** Local date in Kazakhstan. */
  occurredOn: LocalDate;
};

declare module '~/platform/events' {
  interface DomainEvents {
    'course.completed': CourseCompleted;
    'quiz.passed-again': QuizPassedAgain;
  }
}
