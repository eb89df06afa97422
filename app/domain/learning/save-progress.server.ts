import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { completeCourse } from './complete-course.server';
import { durationOf, lessonOf, type Material } from './data/material.server';
import {
  findPace,
  isSessionLive,
  mergeWatched,
  noteOpened,
  saveDone,
  type WatchedRow,
} from './data/progress.server';
import { findRound } from './data/rounds.server';
import type { SaveProgressInput } from './inputs';
import { mergeWithin, multirangeText } from './rules/intervals';
import { isWatched, percentOf, secondsToWait } from './rules/watching';

export type SavedProgress = {
  watchedSeconds: number;
  durationSeconds: number;
  percent: number;
  isDone: boolean;
};

/**
 * Adds watched seconds to the actor's lesson; told twice or in another order the result is the same. The lesson is
 * done at 90 %. Errors: unauthenticated once the session has ended; not-found for somebody not enrolled; conflict while the recording is being prepared;
 * rate-limited 'learning.too-fast' for more seconds than can have passed.
 */
export async function saveProgress(ctx: Ctx, input: SaveProgressInput): Promise<SavedProgress> {
  if (!ctx.actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const { personId, sessionAssumed, sessionId } = ctx.actor;
  const found = await lessonOf(ctx, input.lessonId);
  if (!found) throw new DomainError('not-found', 'learning.no-such-lesson');
  const { lesson, material } = found;
  if (!lesson.recordingId) throw new DomainError('invalid', 'learning.not-a-video');
  const duration = await durationOf(ctx, lesson.recordingId);
  if (duration === null) throw new DomainError('conflict', 'learning.video-not-ready');
  const ranges = mergeWithin(input.intervals, duration);
  const watched = multirangeText(ranges);
  const row = await mergeWatched(ctx, {
    personId,
    versionId: material.versionId,
    lessonId: lesson.id,
    watched,
    seconds: ranges.reduce((sum, [from, to]) => sum + to - from, 0),
    positionSec: Math.min(input.position, duration),
    at: ctx.clock.now(),
    sessionId: sessionAssumed ? sessionId : null,
  });
  if (!row) throw await refusal(ctx, { personId, material, lessonId: lesson.id, watched });
  const isDone = row.done || (await finish(ctx, row, lesson.id, duration));
  return {
    watchedSeconds: row.watchedSec,
    durationSeconds: duration,
    percent: percentOf(row.watchedSec, duration),
    isDone,
  };
}

/** A crash in between is mended by the next report: the device repeats what was not answered. */
async function finish(ctx: Ctx, row: WatchedRow, lessonId: string, duration: number): Promise<boolean> {
  if (!isWatched(row.watchedSec, duration)) return false;
  const { enrolmentId } = row;
  await inTransaction(ctx, async (tx) => {
    await saveDone(tx.db, { enrolmentId, lessonIds: [lessonId], at: tx.clock.now(), isDone: true });
    await completeCourse(tx, { enrolmentId });
  });
  return true;
}

type Refused = { personId: string; material: Material; lessonId: string; watched: string };

/** Why nothing was written. A lesson that was never opened counts as opened now, so that a device can come back. */
async function refusal(ctx: Ctx, { personId, material, lessonId, watched }: Refused): Promise<DomainError> {
  if (ctx.actor?.sessionAssumed && !(await isSessionLive(ctx, ctx.actor.sessionId, ctx.clock.now())))
    return new DomainError('unauthenticated', 'shell.sign-in-first');
  const round = await findRound(ctx, personId, material.courseId);
  if (round?.versionId !== material.versionId) return new DomainError('not-found', 'learning.not-enrolled');
  await noteOpened(ctx.db, round.enrolmentId, lessonId, ctx.clock.now());
  const pace = await findPace(ctx.db, round.enrolmentId, lessonId, watched);
  const elapsed = (ctx.clock.now().getTime() - pace.startedAt.getTime()) / 1000;
  const retryAfter = secondsToWait(pace.watchedSec, elapsed);
  return new DomainError('rate-limited', 'learning.too-fast', { retryAfter, field: 'to' });
}
