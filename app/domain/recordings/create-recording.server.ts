import { hasRole } from '~/platform/actor';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { newId } from '~/platform/ids';
import { toDb } from '~/platform/local-date';
import { findRecordingBySlug, insertRecording } from './data/recordings.server';
import type { CreateRecordingInput } from './inputs';
import { canPrepareRecording } from './policy';
import './ports';

/** Prepares a recording; nobody sees it before it is published. Errors: forbidden; conflict when the address is taken. */
export async function createRecording(
  ctx: Ctx,
  input: CreateRecordingInput,
): Promise<{ recordingId: string }> {
  const organisation = await ctx.ports.findOrganisation(ctx, input.organisationId);
  if (!organisation || !canPrepareRecording(ctx.actor, { path: organisation.path, ownerId: null })) {
    throw new DomainError('forbidden', 'media.cannot-prepare-recording');
  }
  return inTransaction(ctx, async (tx) => {
    if (await findRecordingBySlug(tx.db, input.slug))
      throw new DomainError('conflict', 'media.address-taken', { field: 'slug' });
    const id = newId();
    const availableUntil = input.availableUntil ? toDb(input.availableUntil) : null;
    const ownerId = hasRole(tx.actor, 'instructor', organisation.path) ? (tx.actor?.accountId ?? null) : null;
    await insertRecording(tx.db, { ...input, id, ownerId, availableUntil, createdAt: tx.clock.now() });
    await recordAct(tx, {
      act: 'recordings.created',
      subject: { type: 'recording', id },
      detail: { slug: input.slug },
    });
    return { recordingId: id };
  });
}
