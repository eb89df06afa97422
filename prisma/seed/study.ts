import { findCurrentVersion } from '~/domain/catalogue/find-current-version.server';
import { listQuestions } from '~/domain/catalogue/list-questions.server';
import { getQuiz } from '~/domain/learning/get-quiz.server';
import { getStudyLesson } from '~/domain/learning/get-study-lesson.server';
import type { Answers } from '~/domain/learning/inputs';
import { markLessonDone } from '~/domain/learning/mark-lesson-done.server';
import { openAttempt } from '~/domain/learning/open-attempt.server';
import { saveProgress } from '~/domain/learning/save-progress.server';
import { submitAttempt } from '~/domain/learning/submit-attempt.server';
import type { LessonStep } from '~/domain/learning/types';
import { pickText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';

/** A learner of the demo: a context whose clock `pass` moves on. */
export type Student = { ctx: Ctx; course: string; pass(seconds: number): void };

const WHOLE = 3600;
const READING_SECONDS = 600;

/** Does one lesson as people do; of a video only the first `seconds`, when told. */
export async function studyLesson(
  student: Student,
  { slug: lesson, kind }: LessonStep,
  seconds = WHOLE,
): Promise<void> {
  const { ctx, course, pass } = student;
  const { id: lessonId, checklist } = await getStudyLesson(ctx, { course, lesson });
  pass(kind === 'video' ? seconds : READING_SECONDS);
  if (kind === 'video') await saveProgress(ctx, { lessonId, intervals: [[0, seconds]], position: seconds });
  if (kind === 'reading' || kind === 'practice')
    await markLessonDone(ctx, { course, lesson, items: [...checklist.keys()] });
  if (kind === 'quiz') await passQuiz(student);
}

async function passQuiz({ ctx, course }: Student): Promise<void> {
  if ((await getQuiz(ctx, { course })).passed) return;
  await openAttempt(ctx, { course });
  await submitAttempt(ctx, { course, answers: await rightAnswers(ctx, course) });
}

/** The right options by their words, as an attentive reader would find them. */
async function rightAnswers(ctx: Ctx, course: string): Promise<Answers> {
  const version = await findCurrentVersion(ctx, { slug: course });
  const questions = version ? await listQuestions(ctx, version) : [];
  const { open } = await getQuiz(ctx, { course });
  return Object.fromEntries(
    (open?.questions ?? []).map(({ id, options }) => {
      const known = questions.find((question) => question.id === id);
      const right = (known?.correct ?? [])
        .map((place) => known?.options[place])
        .flatMap((text) => (text ? [pickText(text, 'en').text] : []));
      return [
        id,
        [...options.keys()].filter((place) =>
          right.includes(pickText(options[place] ?? { original: 'en' }, 'en').text),
        ),
      ];
    }),
  );
}
