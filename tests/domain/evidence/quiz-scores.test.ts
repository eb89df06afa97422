import { expect, test } from 'vitest';
import { exportPersonalData } from '~/domain/evidence/export-personal-data.server';
import { listOwnEvidence } from '~/domain/evidence/list-own-evidence.server';
import { recordCourseCompletion } from '~/domain/evidence/record-course-completion.server';
import { authored } from '~/i18n/content';
import { newId } from '~/platform/ids';
import { openCast } from '../../support/cast';
import { useWorld } from '../../support/database';

const world = useWorld();
const title = authored('en', { en: 'Safe' });

test('a completion keeps its result, a better one is another row without hours or points, each once', async () => {
  const cast = await openCast(world.current);
  const coach = await cast.newPerson('Coach');
  const ctx = cast.as(coach);
  const { personId } = coach;
  const course = { personId, ref: 'course:safe@1', title, occurredOn: '2026-11-01' };
  const completion = { ...course, sourceId: newId(), hours: 4, points: 2, scorePercent: 75 };
  const result = { ...course, sourceId: newId(), occurredOn: '2026-11-02', scorePercent: 95 };
  const better = { ...result, points: 0, isBetterResult: true };
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
