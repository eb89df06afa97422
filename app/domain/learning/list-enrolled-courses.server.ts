import type { Ctx } from '~/platform/context';
import { listCourseIds } from './data/rounds.server';

/** Ids of the courses in which the actor ever enrolled: learners keep what they studied. */
export async function listEnrolledCourses(ctx: Ctx): Promise<string[]> {
  return ctx.actor ? listCourseIds(ctx, ctx.actor.personId) : [];
}
