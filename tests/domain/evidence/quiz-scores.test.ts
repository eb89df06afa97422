import { beforeAll, expect, test } from 'vitest';
import { exportPersonalData } from '~/domain/evidence/export-personal-data.server';
import { listOwnEvidence } from '~/domain/evidence/list-own-evidence.server';
import { recordCourseCompletion } from '~/domain/evidence/record-course-completion.server';
import { authored } from '~/i18n/content';
import { newId } from '~/platform/ids';
import { type Cast, openCast } from '../../support/cast';
import { useWorld } from '../../support/database';

const world = useWorld();
let cast: Cast;
const title = authored('en', { en: 'Safe' });

beforeAll(async () => {
  cast = await openCast(world.current);
});

test('a completion keeps its result, a later one is another row without hours or points, each once', async () => {
  const coach = await cast.newPerson('Coach');
  const ctx = cast.as(coach);
  const { personId } = coach;
  const course = { personId, ref: 'course:safe@1', title, occurredOn: '2026-11-01' };
  const completion = { ...course, sourceId: newId(), hours: 4, points: 2, scorePercent: 75 };
  const result = { ...course, sourceId: newId(), occurredOn: '2026-11-02', scorePercent: 95 };
  const better = { ...result, points: 0, isQuizAlone: true };
  for (const _ of [1, 2]) {
    await recordCourseCompletion(ctx, completion);
    await recordCourseCompletion(ctx, better);
  }
  const { evidence } = await listOwnEvidence(ctx);
  expect(evidence).toMatchObject([
    { type: 'quiz', scorePercent: 95, hours: null, points: 0, validUntil: null },
    { type: 'course', scorePercent: 75, hours: 4, points: 2 },
  ]);
  const acts = await ctx.db.auditEvent.count({ where: { act: 'evidence.quiz-recorded' } });
  expect(acts).toBe(1);
  expect(JSON.stringify(await exportPersonalData(ctx, { personId }))).toContain('"scorePercent":95');
});

test('studied again before its end is near, a course gives its condition anew, but no hours and points', async () => {
  const coach = await cast.newPerson('Again');
  const { personId } = coach;
  const complete = (occurredOn: string, ref = 'course:again@1') =>
    recordCourseCompletion(cast.as(coach), {
      ...{ personId, ref, title, occurredOn, sourceId: newId() },
      ...{ hours: 4, points: 2, component: 'again', validityMonths: 12, scorePercent: 100 },
    });
  await complete('2024-01-10');
  await complete('2024-06-10', 'course:again@2');
  await complete('2024-06-10', 'course:other@1');
  await complete('2025-05-01', 'course:again@2');
  const { evidence } = await listOwnEvidence(cast.as(coach));
  const again = evidence.filter(({ ref }) => ref.startsWith('course:again@')).reverse();
  expect(again.map(({ hours, points, validUntil }) => [hours, points, validUntil])).toEqual([
    [4, 2, '2025-01-09'],
    [null, 0, '2025-06-09'],
    [4, 2, '2026-04-30'],
  ]);
  expect(evidence.find(({ ref }) => ref === 'course:other@1')).toMatchObject({ hours: 4, points: 2 });
});

test('a year later a course that lasts longer counts again, and one without an end never', async () => {
  const coach = await cast.newPerson('Refresher');
  const { personId } = coach;
  const complete = (occurredOn: string, ref: string, validityMonths: number | null) =>
    recordCourseCompletion(cast.as(coach), {
      ...{ personId, ref, title, occurredOn, sourceId: newId(), validityMonths },
      ...{ hours: 4, points: 2, component: null, scorePercent: 100 },
    });
  for (const day of ['2022-01-10', '2022-12-01', '2023-02-01', '2023-12-10'])
    await complete(day, 'course:long@1', 36);
  for (const day of ['2020-01-10', '2025-01-10']) await complete(day, 'course:ever@1', null);
  const { evidence } = await listOwnEvidence(cast.as(coach));
  const pointsOf = (ref: string) => evidence.filter((each) => each.ref === ref).map(({ points }) => points);
  expect(pointsOf('course:long@1').reverse()).toEqual([2, 0, 2, 0]);
  expect(pointsOf('course:ever@1').reverse()).toEqual([2, 0]);
});
