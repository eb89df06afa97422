import { beforeAll, describe, expect, it } from 'vitest';
import { createCourse } from '~/domain/catalogue/create-course.server';
import { enrolCoach } from '~/domain/learning/enrol-coach.server';
import { findStanding } from '~/domain/learning/find-standing.server';
import { getStudyCourse } from '~/domain/learning/get-study-course.server';
import { getStudyLesson } from '~/domain/learning/get-study-lesson.server';
import { listEnrolledCourses } from '~/domain/learning/list-enrolled-courses.server';
import type { Actor } from '~/platform/actor';
import { useWorld } from '../../support/database';
import { completeAll, sitQuiz } from './study-steps';
import { course, listening, organisation, person, type StudyCourse, text } from './study-world';

const world = useWorld();
let open: StudyCourse;
let coach: Actor;

beforeAll(async () => {
  open = await course(world.current);
  coach = await person(world.current);
});

const rounds = (actor: Actor, courseId: string) =>
  world.current
    .ctx()
    .db.enrolment.findMany({ where: { personId: actor.personId, courseId }, orderBy: { round: 'asc' } });

describe('enrolling', () => {
  it('happens once, however often the form is sent at the same instant', async () => {
    const ctx = world.current.ctx(coach);
    const results = await Promise.all(Array.from({ length: 8 }, () => enrolCoach(ctx, { slug: open.slug })));
    expect(new Set(results.map(({ enrolmentId }) => enrolmentId)).size).toBe(1);
    expect(results.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(await rounds(coach, open.courseId)).toHaveLength(1);
    expect(await listEnrolledCourses(ctx)).toContain(open.courseId);
  });

  it('needs an account, a published course and all its material', async () => {
    const ctx = world.current.ctx(coach);
    await expect(enrolCoach(world.current.ctx(), { slug: open.slug })).rejects.toMatchObject({
      kind: 'unauthenticated',
    });
    await expect(enrolCoach(ctx, { slug: 'no-such-course' })).rejects.toMatchObject({ kind: 'not-found' });
    const closed = await course(world.current, {
      modules: [
        {
          title: text('M'),
          lessons: [
            {
              slug: 'film',
              kind: 'assignment',
              title: text('Film'),
              summary: text('S'),
              body: null,
              checklist: null,
              sources: null,
              minutes: 5,
              recordingId: null,
            },
          ],
        },
      ],
    });
    await expect(enrolCoach(ctx, { slug: closed.slug })).rejects.toMatchObject({ code: 'learning.not-open' });
    const instructor = world.current.ctx(await person(world.current, ['instructor']));
    await createCourse(instructor, {
      slug: 'only-a-draft',
      organisationId: await organisation(world.current),
      title: text('D'),
      summary: text('D'),
      outcomes: [],
      credit: text('C'),
      level: 1,
      hours: 1,
      points: 0,
      mandatory: false,
      validityMonths: null,
      component: null,
      passPercent: 50,
      attempts: 1,
      prerequisites: [],
      modules: [
        {
          title: text('M'),
          lessons: [
            {
              slug: 'r',
              kind: 'reading',
              title: text('R'),
              summary: text('S'),
              body: text('B'),
              checklist: null,
              sources: null,
              minutes: 5,
              recordingId: null,
            },
          ],
        },
      ],
      questions: [
        {
          slug: 'q',
          prompt: text('Q'),
          options: [text('a'), text('b')],
          correct: [0],
          explanation: text('E'),
          source: '',
        },
      ],
    });
    await expect(enrolCoach(ctx, { slug: 'only-a-draft' })).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('opens the lessons to its learner alone', async () => {
    const stranger = world.current.ctx(await person(world.current));
    await expect(getStudyCourse(stranger, { slug: open.slug })).rejects.toMatchObject({ kind: 'not-found' });
    await expect(getStudyLesson(stranger, { course: open.slug, lesson: 'read' })).rejects.toMatchObject({
      kind: 'not-found',
    });
    expect(await findStanding(stranger, { slug: open.slug })).toBeNull();
    expect(await findStanding(world.current.ctx(), { slug: open.slug })).toBeNull();
    const own = await getStudyCourse(world.current.ctx(coach), { slug: open.slug });
    expect(own.standing).toMatchObject({ done: 0, total: 4, percent: 0, next: { slug: 'watch' } });
    expect(own.modules.flatMap(({ lessons }) => lessons.map(({ kind }) => kind))).toEqual([
      'video',
      'reading',
      'practice',
      'quiz',
    ]);
  });
});

describe('a new round', () => {
  it('begins when the validity ends within 60 days, not before', async () => {
    const { current } = world;
    const actor = await person(current);
    const ctx = listening(current, actor);
    const renewable = await course(current, { passPercent: 50 });
    const began = current.clock.now();
    await completeAll(current, ctx, renewable.slug, 'half');
    expect((await findStanding(ctx, { slug: renewable.slug }))?.completion).toMatchObject({
      completedOn: '2026-11-23',
      validUntil: '2027-11-22',
    });
    await enrolCoach(ctx, { slug: renewable.slug });
    current.clock.set('2027-09-20T00:00:00Z');
    expect((await enrolCoach(ctx, { slug: renewable.slug })).isNew).toBe(false);
    current.clock.set('2027-09-23T12:00:00Z');
    const both = await Promise.all([
      enrolCoach(ctx, { slug: renewable.slug }),
      enrolCoach(ctx, { slug: renewable.slug }),
    ]);
    expect(both.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect((await rounds(actor, renewable.courseId)).map(({ round }) => round)).toEqual([1, 2]);
    expect(await findStanding(ctx, { slug: renewable.slug })).toMatchObject({ done: 0, completion: null });
    current.clock.set(began);
  });

  it('begins when every attempt is used up', async () => {
    const actor = await person(world.current);
    const ctx = listening(world.current, actor);
    await enrolCoach(ctx, { slug: open.slug });
    await sitQuiz(ctx, open.slug, 'wrong');
    expect((await enrolCoach(ctx, { slug: open.slug })).isNew).toBe(false);
    await sitQuiz(ctx, open.slug, 'wrong');
    expect(await findStanding(ctx, { slug: open.slug })).toMatchObject({ mayBeginAnew: true });
    expect((await enrolCoach(ctx, { slug: open.slug })).isNew).toBe(true);
    expect(await rounds(actor, open.courseId)).toHaveLength(2);
  });
});
