import type { LessonKind } from '~/domain/catalogue/inputs';
import type { LocalizedText } from '~/i18n/content';
import type { LocalDate } from '~/platform/local-date';
import type { CourseStanding, LessonStep } from '../types';
import { isOver, isRenewable, validUntil } from './rounds';
import { percentOf } from './watching';

export type ProgressRow = {
  lessonId: string;
  done: boolean;
  watchedSec: number;
  positionSec: number;
  checked: number[];
  /** Moment in ISO form. */
  updatedAt: string;
};

/** One round of one person with everything that tells how far it is. */
export type RoundRow = {
  enrolmentId: string;
  personId: string;
  courseId: string;
  versionId: string;
  round: number;
  completion: { id: string; completedOn: LocalDate; scorePercent: number } | null;
  progress: ProgressRow[];
  submitted: number;
  passed: boolean;
  best: number | null;
};

type PlannedLesson = {
  id: string;
  slug: string;
  position: number;
  kind: LessonKind;
  title: LocalizedText;
  minutes: number;
  recordingId: string | null;
};

type Plan = {
  slug: string;
  number: number;
  title: LocalizedText;
  validityMonths: number | null;
  attempts: number;
  lessons: readonly PlannedLesson[];
};

/** The lessons of a version with what a round has done of them. */
export const stepsOf = (plan: Pick<Plan, 'lessons'>, round: Pick<RoundRow, 'progress'>): LessonStep[] =>
  plan.lessons.map((lesson) => {
    const row = round.progress.find(({ lessonId }) => lessonId === lesson.id);
    const { slug, position, kind, title, minutes, recordingId } = lesson;
    return {
      slug,
      position,
      kind,
      title,
      minutes,
      recordingId,
      isDone: row?.done ?? false,
      isStarted: row !== undefined,
    };
  });

/** Where to go on: the open lesson that was touched last, else the first one that is not done. */
function nextStep(
  plan: Plan,
  steps: readonly LessonStep[],
  progress: readonly ProgressRow[],
): LessonStep | null {
  const open = steps.filter(({ isDone }) => !isDone);
  const touched = [...progress]
    .filter(({ done }) => !done)
    .sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))[0];
  const slug = plan.lessons.find(({ id }) => id === touched?.lessonId)?.slug;
  return open.find((step) => step.slug === slug) ?? open[0] ?? null;
}

/** How far a round is. */
export function standingOf(plan: Plan, round: RoundRow, today: LocalDate): CourseStanding {
  const steps = stepsOf(plan, round);
  const done = steps.filter(({ isDone }) => isDone).length;
  const { completion } = round;
  const until = completion && validUntil(completion.completedOn, plan.validityMonths);
  return {
    enrolmentId: round.enrolmentId,
    slug: plan.slug,
    number: plan.number,
    title: plan.title,
    done,
    total: steps.length,
    percent: percentOf(done, steps.length),
    next: nextStep(plan, steps, round.progress),
    completion: completion && {
      completedOn: completion.completedOn,
      scorePercent: completion.scorePercent,
      validUntil: until,
      isEnding: isRenewable(until, today),
      isExpired: until !== null && until < today,
    },
    mayBeginAnew: isOver(round, plan, today),
  };
}

/** The moment of the last step of a round, to put rounds in order; '' before any. */
export const lastTouched = ({ progress }: Pick<RoundRow, 'progress'>): string =>
  progress
    .map(({ updatedAt }) => updatedAt)
    .sort()
    .at(-1) ?? '';
