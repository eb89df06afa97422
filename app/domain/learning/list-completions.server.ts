import type { Ctx } from '~/platform/context';
import { fromDb } from '~/platform/local-date';
import { materialOf } from './data/material.server';
import { listCompletions as listRows } from './data/rounds.server';
import type { CourseCompleted } from './events';
import { scoreToTell } from './rules/quiz';

/** Every completed round of a person, as `course.completed` told it. For ports: it does not ask who looks. */
export async function listCompletions(
  ctx: Ctx,
  { personId }: { personId: string },
): Promise<CourseCompleted[]> {
  const rows = await listRows(ctx.db, personId);
  return Promise.all(
    rows.map(async ({ id, completedOn, scorePercent, enrolment }) => {
      const material = await materialOf(ctx, enrolment.courseVersionId);
      const { slug, number, title, hours, points, component, validityMonths } = material;
      const ref = `course:${slug}@${number}`;
      return {
        sourceId: id,
        personId,
        ref,
        title,
        hours,
        points,
        component,
        validityMonths,
        scorePercent: scoreToTell(material, scorePercent),
        occurredOn: fromDb(completedOn),
      };
    }),
  );
}
