import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import type { RoundRow } from '../rules/standing';
import { courseIdOf, type Material, materialOf } from './material.server';
import { findRound } from './rounds.server';

/** The actor's newest round in a course, with its material; null when they never enrolled or there is no such course. */
export async function findOwnRound(
  ctx: Ctx,
  slug: string,
): Promise<{ round: RoundRow; material: Material } | null> {
  if (!ctx.actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const courseId = await courseIdOf(ctx, slug);
  const round = courseId && (await findRound(ctx, ctx.actor.personId, courseId));
  return round ? { round, material: await materialOf(ctx, round.versionId) } : null;
}

/** The same for what only learners of the course may see and do. Throws not-found 'learning.not-enrolled'. */
export async function getOwnRound(ctx: Ctx, slug: string): Promise<{ round: RoundRow; material: Material }> {
  const own = await findOwnRound(ctx, slug);
  if (!own) throw new DomainError('not-found', 'learning.not-enrolled');
  return own;
}

/** One lesson of it. Throws not-found. */
export async function getOwnLesson(ctx: Ctx, { course, lesson: slug }: { course: string; lesson: string }) {
  const own = await getOwnRound(ctx, course);
  const lesson = own.material.lessons.find((one) => one.slug === slug);
  if (!lesson) throw new DomainError('not-found', 'learning.no-such-lesson');
  return { ...own, lesson };
}
