import type { Ctx } from '~/platform/context';
import { isEnrolled } from './data/rounds.server';

/** Whether the actor ever enrolled in the course: learners keep what they studied. */
export async function checkEnrolment(ctx: Ctx, { courseId }: { courseId: string }): Promise<boolean> {
  return ctx.actor ? isEnrolled(ctx, ctx.actor.personId, courseId) : false;
}
