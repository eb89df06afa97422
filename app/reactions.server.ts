import { reindexTracks } from '~/domain/captions/reindex-tracks.server';
import { syncClaimant } from '~/domain/claims/sync-claimant.server';
import { followRename } from '~/domain/credentials/follow-rename.server';
import { recordCourseCompletionJob } from '~/domain/evidence/jobs.server';
import { recordCourseCompletion } from '~/domain/evidence/record-course-completion.server';
import { keepHolders } from '~/domain/licensing/keep-holders.server';
import { recordComponent } from '~/domain/licensing/record-component.server';
import { adoptMaster } from '~/domain/media/adopt-master.server';
import { getPackaging } from '~/domain/media/get-packaging.server';
import { settleAssetsJob, settleNow } from '~/domain/media/jobs.server';
import { orderPackaging } from '~/domain/media/order-packaging.server';
import { signBadgesJob } from '~/domain/proofs/jobs.server';
import { draftRecording } from '~/domain/recordings/draft-recording.server';
import { indexRecordings } from '~/domain/recordings/index-recordings.server';
import { receiveSound } from '~/domain/sounds/receive-sound.server';
import type { Ctx } from '~/platform/context';
import type { DomainEvent, DomainEvents, EventType } from '~/platform/events';

type Reactions = { [T in EventType]: (ctx: Ctx, event: DomainEvents[T]) => Promise<void> };

/** Where an asset may play may be another place by now. */
const settle = async (ctx: Ctx, { assetId }: { assetId: string }) => {
  if (ctx.config.mux) await ctx.jobs.enqueue(...settleNow(assetId));
};

/** Captions are written cue by cue: a service that plays them is told every five minutes at most. */
const settleSoon = async (ctx: Ctx, { assetId }: { assetId: string }) => {
  if (!ctx.config.mux) return;
  const startAfter = new Date(ctx.clock.now().getTime() + 5 * 60_000);
  await ctx.jobs.enqueue(settleAssetsJob, { assetId }, { startAfter, singletonKey: `soon:${assetId}` });
};

/** When X happened, enqueue Y: the only place where domains meet by event. */
const reactions: Reactions = {
  'course.completed': (ctx, completion) =>
    ctx.jobs.enqueue(recordCourseCompletionJob, completion, { singletonKey: completion.sourceId }),
  'quiz.passed-again': async (ctx, result) =>
    void (await recordCourseCompletion(ctx, { ...result, points: 0, isQuizAlone: true })),
  'credential.issued': (ctx, issued) =>
    ctx.jobs.enqueue(signBadgesJob, issued, { singletonKey: issued.credentialId }),
  'evidence.confirmed': recordComponent,
  'chapters.changed': (ctx, { recordingId }) => indexRecordings(ctx, { ids: [recordingId] }),
  'consents.changed': settle,
  'recording.changed': settle,
  'captions.changed': settleSoon,
  'span.withdrawn': async (ctx, { assetId }) => {
    await settle(ctx, { assetId });
    await reindexTracks(ctx, { assetId });
    const packaging = await getPackaging(ctx, { assetIds: [assetId] });
    if (packaging.get(assetId)?.isAwaited === false) await orderPackaging(ctx, { assetId });
  },
  'sounds.changed': async (ctx, { assetId }) => void (await orderPackaging(ctx, { assetId })),
  'upload.begun': async (ctx, { assetId, draft }) => {
    if (draft) await draftRecording(ctx, { assetId, ...draft });
  },
  'upload.accepted': (ctx, { soundLang: lang, masterKey, ...file }) =>
    lang
      ? receiveSound(ctx, { ...file, lang, fileKey: masterKey })
      : adoptMaster(ctx, { ...file, masterKey }),
  'person.renamed': async (ctx, renamed) => {
    await keepHolders(ctx, renamed);
    await syncClaimant(ctx, renamed);
    await followRename(ctx, renamed);
  },
};

/** Runs inside the transaction in which the event happened. */
export async function react(ctx: Ctx, event: DomainEvent): Promise<void> {
  const { type, ...facts } = event as { type: EventType };
  await (reactions[type] as (ctx: Ctx, facts: unknown) => Promise<void>)(ctx, facts);
}
