import type { Actor } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import '../ports';
import type { Belonging } from '../policy';
import { findRecording } from './recordings.server';

export type StoredRecording = NonNullable<Awaited<ReturnType<typeof findRecording>>>;

/**
 * The recording, when the actor may do with it what `may` says. Errors: not-found; forbidden with `refusal`.
 */
export async function requireRecording(
  ctx: Ctx,
  recordingId: string,
  may: (actor: Actor | null, belonging: Belonging) => boolean,
  refusal: 'media.cannot-prepare-recording' | 'media.cannot-publish-recording',
): Promise<StoredRecording> {
  const recording = await findRecording(ctx.db, recordingId);
  const organisation = recording && (await ctx.ports.findOrganisation(ctx, recording.organisationId));
  if (!organisation) throw new DomainError('not-found', 'media.no-such-recording');
  if (!may(ctx.actor, { path: organisation.path, ownerId: recording.ownerId }))
    throw new DomainError('forbidden', refusal);
  return recording;
}
