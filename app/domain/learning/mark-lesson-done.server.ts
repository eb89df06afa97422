import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { completeCourse } from './complete-course.server';
import { getOwnLesson } from './data/own-round.server';
import { saveDone } from './data/progress.server';

export type MarkLessonDoneInput = {
  course: string;
  lesson: string;
  /** Indexes of the ticked items of a practice. */
  items: readonly number[];
};

/**
 * A reading was read, or items of a practice were done: a practice is done once every item is ticked, before that the
 * ticks are kept. Errors: not-found; invalid for a lesson that is done by watching or by its quiz.
 */
export async function markLessonDone(ctx: Ctx, input: MarkLessonDoneInput): Promise<{ isDone: boolean }> {
  const { round, lesson } = await getOwnLesson(ctx, input);
  if (lesson.kind !== 'reading' && lesson.kind !== 'practice')
    throw new DomainError('invalid', 'learning.not-by-hand');
  const checked = [...new Set(input.items)]
    .filter((item) => item < lesson.checklist.length)
    .sort((a, b) => a - b);
  const isDone = checked.length === lesson.checklist.length;
  const { enrolmentId } = round;
  await inTransaction(ctx, async (tx) => {
    await saveDone(tx.db, { enrolmentId, lessonIds: [lesson.id], at: tx.clock.now(), isDone, checked });
    if (isDone) await completeCourse(tx, { enrolmentId });
  });
  return { isDone };
}
