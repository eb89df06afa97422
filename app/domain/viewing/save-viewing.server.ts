import { listRecordingFacts } from '~/domain/recordings/list-recording-facts.server';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { saveChoice, savePosition } from './data/viewing.server';
import type { SaveViewingInput } from './inputs';

/**
 * Remembers where the actor stopped and which languages they chose; told twice nothing changes. Errors:
 * unauthenticated for a visitor, `media.no-such-recording` for a recording that is not published.
 */
export async function saveViewing(ctx: Ctx, input: SaveViewingInput): Promise<void> {
  if (!ctx.actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const { personId } = ctx.actor;
  const { recordingId, position, choice } = input;
  const recording = (await listRecordingFacts(ctx, [recordingId])).get(recordingId);
  if (!recording) throw new DomainError('not-found', 'media.no-such-recording');
  const at = ctx.clock.now();
  if (position !== undefined) {
    const last = Math.floor((recording.durationMs ?? 0) / 1000);
    await savePosition(ctx.db, { personId, recordingId, positionSec: Math.min(position, last), at });
  }
  if (choice) await saveChoice(ctx.db, { personId, ...choice, at });
}
