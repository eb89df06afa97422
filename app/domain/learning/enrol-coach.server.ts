import { findCurrentVersion } from '~/domain/catalogue/find-current-version.server';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { newId } from '~/platform/ids';
import { materialOf } from './data/material.server';
import { findRound, insertEnrolment } from './data/rounds.server';
import { isOver, STUDY_ZONE } from './rules/rounds';

/**
 * Enrols the actor in the current version of an open course. Somebody who is enrolled already stays where they are,
 * unless that round is over: then the next one begins. Errors: not-found; conflict 'learning.not-open'.
 */
export async function enrolCoach(
  ctx: Ctx,
  { slug }: { slug: string },
): Promise<{ enrolmentId: string; isNew: boolean }> {
  if (!ctx.actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const { personId } = ctx.actor;
  const version = await findCurrentVersion(ctx, { slug });
  if (!version) throw new DomainError('not-found', 'learning.no-such-course');
  const last = await findRound(ctx, personId, version.courseId);
  if (last && !isOver(last, await materialOf(ctx, last.versionId), ctx.clock.today(STUDY_ZONE))) {
    return { enrolmentId: last.enrolmentId, isNew: false };
  }
  const { isOpen } = await materialOf(ctx, version.versionId);
  if (!isOpen) throw new DomainError('conflict', 'learning.not-open');
  const row = {
    id: newId(),
    personId,
    courseId: version.courseId,
    courseVersionId: version.versionId,
    round: (last?.round ?? 0) + 1,
    enrolledAt: ctx.clock.now(),
  };
  if (await insertEnrolment(ctx.db, row)) return { enrolmentId: row.id, isNew: true };
  const first = await findRound(ctx, personId, version.courseId);
  if (!first) throw new Error('An enrolment vanished');
  return { enrolmentId: first.enrolmentId, isNew: false };
}
