import { z } from 'zod';
import { getStudyLesson } from '~/domain/learning/get-study-lesson.server';
import { answersInput, markDoneInput, watchedInput } from '~/domain/learning/inputs';
import { markLessonDone } from '~/domain/learning/mark-lesson-done.server';
import { openAttempt } from '~/domain/learning/open-attempt.server';
import { saveAnswers } from '~/domain/learning/save-answers.server';
import { saveProgress } from '~/domain/learning/save-progress.server';
import { submitAttempt } from '~/domain/learning/submit-attempt.server';
import { form, type LoadArgs } from '~/web/handlers.server';
import { pagePath } from '~/web/paths';

type Place = Pick<LoadArgs, 'ctx' | 'params'>;

const placeOf = ({ params }: Place) => ({ course: params.course ?? '', lesson: params.lesson ?? '' });

const pageOf = (args: Place, hash = ''): string => {
  const { course, lesson } = placeOf(args);
  return pagePath(args.ctx.lang, `/learn/${course}/${lesson}`) + hash;
};

const read = form({
  schema: z.object({}),
  async run(args) {
    const place = placeOf(args);
    await markLessonDone(args.ctx, { ...place, items: [] });
    const { next } = await getStudyLesson(args.ctx, place);
    const target = next ? `/learn/${place.course}/${next.slug}` : `/learn/${place.course}`;
    return { redirectTo: pagePath(args.ctx.lang, target) };
  },
});

const items = form({
  schema: markDoneInput,
  async run({ input, ...args }) {
    const { isDone } = await markLessonDone(args.ctx, { ...placeOf(args), items: input.items });
    return { redirectTo: pageOf(args), flash: isDone ? 'learning:flash.done' : 'learning:flash.items-saved' };
  },
});

/** «What I watched», for browsers without script. */
const watched = form({
  schema: watchedInput,
  async run({ input: { from, to }, ...args }) {
    const { id: lessonId } = await getStudyLesson(args.ctx, placeOf(args));
    await saveProgress(args.ctx, { lessonId, intervals: [[from, to]], position: to });
    return { redirectTo: pageOf(args), flash: 'learning:flash.watched' };
  },
});

const begin = form({
  schema: z.object({}),
  async run(args) {
    await openAttempt(args.ctx, { course: placeOf(args).course });
    return { redirectTo: pageOf(args) };
  },
});

/** `quiet`: the page saved by itself, nobody waits for a message on the next one. */
const save = form({
  schema: answersInput.extend({ quiet: z.literal('1').optional() }),
  async run({ input, ...args }) {
    await saveAnswers(args.ctx, { course: placeOf(args).course, answers: input.answers });
    return { redirectTo: pageOf(args), ...(input.quiet ? {} : { flash: 'learning:flash.answers' }) };
  },
});

const submit = form({
  schema: answersInput,
  async run({ input, ...args }) {
    await submitAttempt(args.ctx, { course: placeOf(args).course, answers: input.answers });
    return { redirectTo: pageOf(args, '#result') };
  },
});

/** Every form of a lesson's page, by its intent. */
export const lessonForms = { read, items, watched, begin, save, submit };
