import { expect, test } from 'vitest';
import { enrolCoach } from '~/domain/learning/enrol-coach.server';
import { findStanding } from '~/domain/learning/find-standing.server';
import { getQuiz } from '~/domain/learning/get-quiz.server';
import { openAttempt } from '~/domain/learning/open-attempt.server';
import { submitAttempt } from '~/domain/learning/submit-attempt.server';
import type { DomainEvent } from '~/platform/events';
import { useWorld } from '../../support/database';
import { answersFor, studyLessons } from './study-steps';
import { course, listening, person } from './study-world';

const world = useWorld();

test('each result that passes after the completion is told once; then the course may begin anew', async () => {
  const { current } = world;
  const half = await course(current, { passPercent: 50, attempts: 4 });
  const told: DomainEvent[] = [];
  const ctx = listening(current, await person(current), told);
  await enrolCoach(ctx, { slug: half.slug });
  await studyLessons(current, ctx, half.slug);
  const sit = async (questions: number) => {
    await openAttempt(ctx, { course: half.slug });
    const right = Object.entries(await answersFor(ctx, half.slug, 'right'));
    const wrong = await answersFor(ctx, half.slug, 'wrong');
    const answers = { ...wrong, ...Object.fromEntries(right.slice(0, questions)) };
    await Promise.all([1, 2].map(() => submitAttempt(ctx, { course: half.slug, answers })));
  };
  await sit(1);
  expect(told).toMatchObject([{ type: 'course.completed', scorePercent: 50 }]);
  expect(await getQuiz(ctx, { course: half.slug })).toMatchObject({ passed: true, mayTry: true });
  await sit(0);
  expect(told).toHaveLength(1);
  expect(await enrolCoach(ctx, { slug: half.slug })).toMatchObject({ isNew: false });
  await sit(1);
  await sit(2);
  const again = { type: 'quiz.passed-again', ref: `course:${half.slug}@1` };
  expect(told.slice(1)).toMatchObject([
    { ...again, scorePercent: 50 },
    { ...again, scorePercent: 100 },
  ]);
  expect(await getQuiz(ctx, { course: half.slug })).toMatchObject({ passed: true, mayTry: false });
  expect(await findStanding(ctx, { slug: half.slug })).toMatchObject({
    mayBeginAnew: true,
    completion: { isEnding: false },
  });
  expect(await enrolCoach(ctx, { slug: half.slug })).toMatchObject({ isNew: true });
  expect(await enrolCoach(ctx, { slug: half.slug })).toMatchObject({ isNew: false });
});
