import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { langOf, lockSound, removeOthers, type StoredSound, saveSound as write } from './data/sounds.server';
import './events';
import type { SaveSoundInput } from './inputs';
import { removeSoundFileJob } from './jobs.server';
import { requirePreparer } from './policy';
import type { RecordingOfSound } from './ports';
import { isWithin } from './rules/limits';

function check(sound: StoredSound, { durationMs, masterLangs }: RecordingOfSound, offsetMs: number): void {
  if (sound.durationMs === null) throw new DomainError('conflict', 'sounds.not-ready');
  if (masterLangs.includes(langOf(sound))) throw new DomainError('conflict', 'sounds.language-taken');
  const lengths = { soundMs: sound.durationMs, recordingMs: durationMs ?? 0 };
  if (!isWithin(offsetMs, lengths)) throw new DomainError('invalid', 'sounds.beyond', { field: 'offset' });
}

/**
 * The sound, with its label and its offset, is part of the recording from the next packaged version on; the one that it
 * replaces goes. Saved again unchanged: nothing happens. Errors: not-found, forbidden, conflict, invalid.
 */
export async function saveSound(ctx: Ctx, input: SaveSoundInput): Promise<void> {
  const { recordingId, soundId, label, offsetMs } = input;
  await inTransaction(ctx, async (tx) => {
    const recording = await requirePreparer(tx, { recordingId });
    const { assetId } = recording;
    const sound = await lockSound(tx.db, soundId);
    if (!sound || sound.assetId !== assetId || sound.removedAt)
      throw new DomainError('not-found', 'sounds.no-such-sound');
    check(sound, recording, offsetMs);
    if (sound.savedAt && sound.label === label && sound.offsetMs === offsetMs) return;
    const now = tx.clock.now();
    await write(tx.db, soundId, { label, offsetMs, savedAt: sound.savedAt ?? now });
    const replaced = { assetId, lang: sound.lang, except: soundId, isSaved: true };
    for (const former of await removeOthers(tx.db, replaced, now))
      await tx.jobs.enqueue(removeSoundFileJob, { soundId: former }, { singletonKey: former });
    await tx.publish({ type: 'sounds.changed', assetId });
    await recordAct(tx, {
      act: 'sounds.saved',
      subject: { type: 'recording', id: recordingId },
      detail: { sound: soundId, lang: sound.lang, label, offsetMs },
    });
  });
}
