import { beforeAll, describe, expect, it } from 'vitest';
import { enrolCoach } from '~/domain/learning/enrol-coach.server';
import { findStanding } from '~/domain/learning/find-standing.server';
import { getStudyLesson } from '~/domain/learning/get-study-lesson.server';
import { saveProgressInput } from '~/domain/learning/inputs';
import { markLessonDone } from '~/domain/learning/mark-lesson-done.server';
import { saveProgress } from '~/domain/learning/save-progress.server';
import type { Ctx } from '~/platform/context';
import { queryCount } from '~/platform/db/connect.server';
import { newId } from '~/platform/ids';
import { useWorld } from '../../support/database';
import { lessonIdOf, pass } from './study-steps';
import { course, listening, person, type StudyCourse } from './study-world';

const world = useWorld();
let study: StudyCourse;

beforeAll(async () => {
  study = await course(world.current);
});

async function learner(): Promise<{ ctx: Ctx; lessonId: string }> {
  const ctx = listening(world.current, await person(world.current));
  await enrolCoach(ctx, { slug: study.slug });
  return { ctx, lessonId: await lessonIdOf(ctx, study.slug) };
}

type Interval = [number, number];
const secondsOf = (intervals: Interval[]): number =>
  new Set(intervals.flatMap(([from, to]) => Array.from({ length: to - from }, (_, index) => from + index)))
    .size;

/** A repeatable stream of numbers in [0, 1) (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe('watched seconds', () => {
  it.each([1, 2, 3, 4, 5])(
    'of two devices are merged in any order, sent twice or at once (%i)',
    async (seed) => {
      const { ctx, lessonId } = await learner();
      pass(world.current, 1000);
      const random = numbers(seed);
      const batches = Array.from({ length: 12 }, (): Interval[] =>
        Array.from({ length: 3 }, (): Interval => {
          const from = Math.floor(random() * 80);
          return [from, from + 1 + Math.floor(random() * 8)];
        }),
      );
      const again = batches.filter(() => random() < 0.5);
      const sent = [...batches, ...again].sort(() => random() - 0.5);
      await Promise.all(sent.map((intervals) => saveProgress(ctx, { lessonId, intervals, position: 0 })));
      const { watchedSec } = await getStudyLesson(ctx, { course: study.slug, lesson: 'watch' });
      expect(watchedSec).toBe(secondsOf(batches.flat()));
    },
  );

  it('never exceed the recording', async () => {
    const { ctx, lessonId } = await learner();
    pass(world.current, 1000);
    const saved = await saveProgress(ctx, { lessonId, intervals: [[50, 5000]], position: 4000 });
    expect(saved).toEqual({ watchedSeconds: 50, durationSeconds: 100, percent: 50, isDone: false });
  });

  it('are refused when they come faster than twice the time since the lesson was opened', async () => {
    const { ctx, lessonId } = await learner();
    await expect(saveProgress(ctx, { lessonId, intervals: [[0, 90]], position: 90 })).rejects.toMatchObject({
      kind: 'rate-limited',
      code: 'learning.too-fast',
      extras: { retryAfter: 30 },
    });
    expect((await saveProgress(ctx, { lessonId, intervals: [[0, 30]], position: 30 })).watchedSeconds).toBe(
      30,
    );
    await expect(saveProgress(ctx, { lessonId, intervals: [[30, 31]], position: 31 })).rejects.toMatchObject({
      code: 'learning.too-fast',
    });
    pass(world.current, 20);
    expect((await saveProgress(ctx, { lessonId, intervals: [[30, 70]], position: 70 })).watchedSeconds).toBe(
      70,
    );
    await expect(saveProgress(ctx, { lessonId, intervals: [[70, 72]], position: 72 })).rejects.toMatchObject({
      code: 'learning.too-fast',
    });
  });

  it('of a device that never told of its start are believed later', async () => {
    const ctx = listening(world.current, await person(world.current));
    const { lessonId } = await learner();
    await enrolCoach(ctx, { slug: study.slug });
    await expect(saveProgress(ctx, { lessonId, intervals: [[0, 80]], position: 80 })).rejects.toMatchObject({
      code: 'learning.too-fast',
    });
    pass(world.current, 25);
    expect((await saveProgress(ctx, { lessonId, intervals: [[0, 80]], position: 80 })).watchedSeconds).toBe(
      80,
    );
  });

  it('make the lesson done at 90 %, and it stays done', async () => {
    const { ctx, lessonId } = await learner();
    pass(world.current, 60);
    expect((await saveProgress(ctx, { lessonId, intervals: [[0, 89]], position: 89 })).isDone).toBe(false);
    expect((await saveProgress(ctx, { lessonId, intervals: [[89, 90]], position: 90 })).isDone).toBe(true);
    expect((await saveProgress(ctx, { lessonId, intervals: [[3, 4]], position: 4 })).isDone).toBe(true);
    expect(await findStanding(ctx, { slug: study.slug })).toMatchObject({
      done: 1,
      percent: 25,
      next: { slug: 'read' },
    });
  });

  it('cost one statement once the process knows the lesson', async () => {
    const { ctx, lessonId } = await learner();
    await saveProgress(ctx, { lessonId, intervals: [[0, 5]], position: 5 });
    const count = { queries: 0 };
    await queryCount.run(count, () => saveProgress(ctx, { lessonId, intervals: [[5, 10]], position: 10 }));
    expect(count.queries).toBe(1);
  });
});

describe('refusals', () => {
  it('nobody saves for a course they are not enrolled in', async () => {
    const { lessonId } = await learner();
    const stranger = listening(world.current, await person(world.current));
    const input = { lessonId, intervals: [[0, 5] as Interval], position: 5 };
    await expect(saveProgress(stranger, input)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(saveProgress(world.current.ctx(), input)).rejects.toMatchObject({ kind: 'unauthenticated' });
    await expect(saveProgress(stranger, { ...input, lessonId: newId() })).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  it('a reading has no seconds and a video is not done by hand', async () => {
    const { ctx } = await learner();
    const lessonId = await lessonIdOf(ctx, study.slug, 'read');
    await expect(saveProgress(ctx, { lessonId, intervals: [[0, 5]], position: 5 })).rejects.toMatchObject({
      code: 'learning.not-a-video',
    });
    const byHand = markLessonDone(ctx, { course: study.slug, lesson: 'watch', items: [] });
    await expect(byHand).rejects.toMatchObject({ code: 'learning.not-by-hand' });
  });

  it('a recording that is being prepared takes nothing yet', async () => {
    const waiting = await course(world.current, { seconds: null });
    const ctx = listening(world.current, await person(world.current));
    await enrolCoach(ctx, { slug: waiting.slug });
    const lessonId = await lessonIdOf(ctx, waiting.slug);
    await expect(saveProgress(ctx, { lessonId, intervals: [[0, 5]], position: 5 })).rejects.toMatchObject({
      code: 'learning.video-not-ready',
    });
  });

  it.each([
    ['no list', { intervals: 'all' }],
    ['backwards', { intervals: [[9, 3]] }],
    ['nothing', { intervals: [[3, 3]] }],
    ['negative', { intervals: [[-1, 3]] }],
    ['fractions', { intervals: [[0.5, 3]] }],
    ['three numbers', { intervals: [[0, 3, 4]] }],
    ['huge', { intervals: [[0, 1e12]] }],
    ['no lesson', { lessonId: 'x' }],
    ['a place that is no number', { position: '1' }],
  ])('malformed: %s', (_what, change) => {
    const valid = { lessonId: newId(), intervals: [[0, 5]], position: 5 };
    expect(saveProgressInput.safeParse(valid).success).toBe(true);
    expect(saveProgressInput.safeParse({ ...valid, ...change }).success).toBe(false);
  });
});

describe('practice', () => {
  it('keeps its ticks and is done with the last one', async () => {
    const { ctx } = await learner();
    const practice = { course: study.slug, lesson: 'practise' };
    expect(await markLessonDone(ctx, { ...practice, items: [1, 1, 9] })).toEqual({ isDone: false });
    expect(await getStudyLesson(ctx, practice)).toMatchObject({ checked: [1], isDone: false });
    expect(await markLessonDone(ctx, { ...practice, items: [0, 1] })).toEqual({ isDone: true });
    await markLessonDone(ctx, { ...practice, items: [0] });
    expect(await getStudyLesson(ctx, practice)).toMatchObject({ checked: [0], isDone: true });
  });
});
