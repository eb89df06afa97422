import { beforeAll, describe, expect, it } from 'vitest';
import { completeCourse } from '~/domain/learning/complete-course.server';
import { enrolCoach } from '~/domain/learning/enrol-coach.server';
import { findStanding } from '~/domain/learning/find-standing.server';
import { getDesk } from '~/domain/learning/get-desk.server';
import { getQuiz } from '~/domain/learning/get-quiz.server';
import { listCompletions } from '~/domain/learning/list-completions.server';
import { openAttempt } from '~/domain/learning/open-attempt.server';
import { saveAnswers } from '~/domain/learning/save-answers.server';
import { submitAttempt } from '~/domain/learning/submit-attempt.server';
import type { Actor } from '~/platform/actor';
import { type Ctx, inTransaction } from '~/platform/context';
import type { DomainEvent } from '~/platform/events';
import { useWorld } from '../../support/database';
import { answersFor, completeAll, sitQuiz, studyLessons } from './study-steps';
import { course, listening, person, type StudyCourse } from './study-world';

const world = useWorld();
let study: StudyCourse;

beforeAll(async () => {
  study = await course(world.current);
});

async function learner(told: DomainEvent[] = []): Promise<{ ctx: Ctx; actor: Actor }> {
  const actor = await person(world.current);
  const ctx = listening(world.current, actor, told);
  await enrolCoach(ctx, { slug: study.slug });
  return { ctx, actor };
}

const quizOf = (ctx: Ctx) => getQuiz(ctx, { course: study.slug });

describe('an attempt', () => {
  it('is opened once, however often it is asked for, and keeps its order', async () => {
    const { ctx } = await learner();
    const opened = await Promise.all(
      Array.from({ length: 6 }, () => openAttempt(ctx, { course: study.slug })),
    );
    expect(new Set(opened.map(({ attemptId }) => attemptId)).size).toBe(1);
    expect((await quizOf(ctx)).open?.questions).toEqual((await quizOf(ctx)).open?.questions);
  });

  it('shows no right answer, explanation or source before it is submitted', async () => {
    const { ctx } = await learner();
    await openAttempt(ctx, { course: study.slug });
    const shown = JSON.stringify(await quizOf(ctx));
    expect(shown).not.toMatch(/Because of|a source|correct|isRight/);
    await submitAttempt(ctx, { course: study.slug, answers: await answersFor(ctx, study.slug, 'wrong') });
    expect(JSON.stringify(await quizOf(ctx))).toMatch(/Because of one/);
  });

  it('keeps answers one by one and is not used up by a lost line', async () => {
    const { ctx } = await learner();
    await openAttempt(ctx, { course: study.slug });
    const answers = Object.entries(await answersFor(ctx, study.slug, 'right'));
    for (const [id, places] of answers)
      await saveAnswers(ctx, { course: study.slug, answers: { [id]: places } });
    const quiz = await quizOf(ctx);
    expect(quiz).toMatchObject({ used: 0, passed: false, result: null });
    for (const { id, chosen } of quiz.open?.questions ?? []) {
      expect([...chosen].sort()).toEqual(answers.find(([one]) => one === id)?.[1]);
    }
    expect(await submitAttempt(ctx, { course: study.slug, answers: {} })).toEqual({
      number: 1,
      scorePercent: 100,
      passed: true,
    });
  });

  it('is not marked while a question is open; what was answered stays', async () => {
    const { ctx } = await learner();
    await openAttempt(ctx, { course: study.slug });
    const [first] = Object.entries(await answersFor(ctx, study.slug, 'right'));
    if (!first) throw new Error('no question');
    const submitted = submitAttempt(ctx, { course: study.slug, answers: { [first[0]]: first[1] } });
    await expect(submitted).rejects.toMatchObject({
      code: 'learning.unanswered',
      extras: { params: { count: 1 } },
    });
    expect((await quizOf(ctx)).open?.questions.find(({ id }) => id === first[0])?.chosen).toHaveLength(
      first[1].length,
    );
  });

  it('submitted twice at once has one result', async () => {
    const { ctx, actor } = await learner();
    await openAttempt(ctx, { course: study.slug });
    const answers = await answersFor(ctx, study.slug, 'wrong');
    const results = await Promise.all(
      Array.from({ length: 5 }, () => submitAttempt(ctx, { course: study.slug, answers })),
    );
    expect(new Set(results.map((result) => JSON.stringify(result)))).toEqual(
      new Set(['{"number":1,"scorePercent":0,"passed":false}']),
    );
    const rows = await ctx.db.quizAttempt.findMany({ where: { enrolment: { personId: actor.personId } } });
    expect(rows).toHaveLength(1);
    await expect(saveAnswers(ctx, { course: study.slug, answers })).rejects.toMatchObject({
      code: 'learning.no-open-attempt',
    });
  });

  it('ends with the last of the attempts, and when every answer was right', async () => {
    const { ctx } = await learner();
    await expect(submitAttempt(ctx, { course: study.slug, answers: {} })).rejects.toMatchObject({
      code: 'learning.no-open-attempt',
    });
    await sitQuiz(ctx, study.slug, 'wrong');
    await sitQuiz(ctx, study.slug, 'wrong');
    await expect(openAttempt(ctx, { course: study.slug })).rejects.toMatchObject({
      code: 'learning.attempts-used',
    });
    const passed = await learner();
    await sitQuiz(passed.ctx, study.slug, 'right');
    await expect(openAttempt(passed.ctx, { course: study.slug })).rejects.toMatchObject({
      code: 'learning.already-passed',
    });
  });

  it('is nobody else’s', async () => {
    const stranger = listening(world.current, await person(world.current));
    await expect(quizOf(stranger)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(openAttempt(stranger, { course: study.slug })).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('completion', () => {
  it('comes once, with its event, from whatever was finished last', async () => {
    const told: DomainEvent[] = [];
    const { ctx, actor } = await learner(told);
    await sitQuiz(ctx, study.slug, 'right');
    expect(told).toEqual([]);
    await studyLessons(world.current, ctx, study.slug);
    const completions = await listCompletions(ctx, { personId: actor.personId });
    expect(told).toEqual(completions.map((facts) => ({ type: 'course.completed', ...facts })));
    expect(completions).toEqual([
      expect.objectContaining({
        personId: actor.personId,
        ref: `course:${study.slug}@1`,
        hours: 4.5,
        points: 2,
        component: 'safeguarding',
        validityMonths: 12,
        occurredOn: '2026-11-23',
        scorePercent: 100,
      }),
    ]);
    const standing = await findStanding(ctx, { slug: study.slug });
    expect(standing).toMatchObject({ percent: 100, next: null, completion: { scorePercent: 100 } });
    const again = inTransaction(ctx, (tx) =>
      completeCourse(tx, { enrolmentId: standing?.enrolmentId ?? '' }),
    );
    await again;
    expect(told).toHaveLength(1);
  });

  it('comes once when the last submits arrive at the same instant', async () => {
    const told: DomainEvent[] = [];
    const { ctx } = await learner(told);
    await studyLessons(world.current, ctx, study.slug);
    await openAttempt(ctx, { course: study.slug });
    const answers = await answersFor(ctx, study.slug, 'right');
    await Promise.all(Array.from({ length: 5 }, () => submitAttempt(ctx, { course: study.slug, answers })));
    expect(told).toHaveLength(1);
  });

  it('counts its day in Kazakhstan', async () => {
    const { current } = world;
    const began = current.clock.now();
    current.clock.set('2026-12-31T19:30:00Z');
    const { ctx } = await learner();
    await studyLessons(current, ctx, study.slug);
    await sitQuiz(ctx, study.slug, 'right');
    expect((await findStanding(ctx, { slug: study.slug }))?.completion).toMatchObject({
      completedOn: '2027-01-01',
      validUntil: '2027-12-31',
    });
    current.clock.set(began);
  });
});

describe('the desk', () => {
  it('says first where to go on, then what expires, then the rest', async () => {
    const { current } = world;
    const began = current.clock.now();
    const actor = await person(current);
    const ctx = listening(current, actor);
    const [old, fresh, lasting] = [
      await course(current),
      await course(current),
      await course(current, { validityMonths: null }),
    ];
    await completeAll(current, ctx, old.slug);
    await completeAll(current, ctx, lasting.slug);
    current.clock.set('2027-11-01T00:00:00Z');
    await enrolCoach(ctx, { slug: study.slug });
    await enrolCoach(ctx, { slug: fresh.slug });
    await studyLessons(current, ctx, fresh.slug);
    const desk = await getDesk(ctx);
    expect(desk.resume).toMatchObject({ slug: fresh.slug, percent: 75, next: { kind: 'quiz' } });
    expect(desk.inProgress.map(({ slug }) => slug)).toEqual([fresh.slug, study.slug]);
    expect(desk.expiring).toMatchObject([
      { slug: old.slug, completion: { validUntil: '2027-11-22', isExpired: false } },
    ]);
    expect(desk.completed.map(({ slug }) => slug).sort()).toEqual([lasting.slug, old.slug].sort());
    current.clock.set('2027-12-01T00:00:00Z');
    expect((await getDesk(ctx)).expiring).toMatchObject([{ completion: { isExpired: true } }]);
    await enrolCoach(ctx, { slug: old.slug });
    expect((await getDesk(ctx)).expiring).toEqual([]);
    current.clock.set(began);
  });

  it('is empty at first and closed to visitors', async () => {
    expect(await getDesk(world.current.ctx(await person(world.current)))).toEqual({
      resume: null,
      expiring: [],
      inProgress: [],
      completed: [],
    });
    await expect(getDesk(world.current.ctx())).rejects.toMatchObject({ kind: 'unauthenticated' });
  });
});
