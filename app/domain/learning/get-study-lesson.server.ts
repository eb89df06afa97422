import type { Source } from '~/domain/catalogue/inputs';
import type { LocalizedText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import { getOwnLesson } from './data/own-round.server';
import { noteOpened } from './data/progress.server';
import { STUDY_ZONE } from './rules/rounds';
import { standingOf, stepsOf } from './rules/standing';
import type { CourseStanding, LessonStep } from './types';

export type StudyLesson = LessonStep & {
  id: string;
  summary: LocalizedText;
  body: LocalizedText | null;
  checklist: LocalizedText[];
  /** Indexes of ticked items. */
  checked: number[];
  sources: Source[];
  watchedSec: number;
  positionSec: number;
  /** Null after the last lesson. */
  next: LessonStep | null;
  steps: LessonStep[];
  standing: CourseStanding;
};

/**
 * A lesson for its learner. Notes when it was opened for the first time: watched seconds are believed from then on.
 * Throws not-found for somebody who is not enrolled.
 */
export async function getStudyLesson(
  ctx: Ctx,
  input: { course: string; lesson: string },
): Promise<StudyLesson> {
  const { round, material, lesson } = await getOwnLesson(ctx, input);
  const row = round.progress.find(({ lessonId }) => lessonId === lesson.id);
  if (!row) await noteOpened(ctx.db, round.enrolmentId, lesson.id, ctx.clock.now());
  const steps = stepsOf(material, round);
  const at = steps.findIndex(({ slug }) => slug === lesson.slug);
  const { id, summary, body, checklist, sources, slug, position, kind, title, minutes, recordingId } = lesson;
  return {
    ...{ id, summary, body, checklist, sources, slug, position, kind, title, minutes, recordingId },
    isDone: row?.done ?? false,
    isStarted: true,
    checked: row?.checked ?? [],
    watchedSec: row?.watchedSec ?? 0,
    positionSec: row?.positionSec ?? 0,
    next: steps[at + 1] ?? null,
    steps,
    standing: standingOf(material, round, ctx.clock.today(STUDY_ZONE)),
  };
}
