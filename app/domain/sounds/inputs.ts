import { z } from 'zod';
import { line } from '~/platform/input';

const id = z.uuid();

/** No recording is longer than a day, in milliseconds. */
const DAY = 86_400_000;

/** How much later than the picture a sound begins, in milliseconds; negative: earlier. */
export const offsetInput = z.coerce.number().int().min(-DAY).max(DAY);

export const saveSoundInput = z.object({
  recordingId: id,
  soundId: id,
  /** As viewers read it in the player. */
  label: line(80),
  offsetMs: offsetInput,
});
export type SaveSoundInput = z.infer<typeof saveSoundInput>;

export const removeSoundInput = z.object({ recordingId: id, soundId: id });
export type RemoveSoundInput = z.infer<typeof removeSoundInput>;

export const examineAgainInput = z.object({ recordingId: id, soundId: id });
export type ExamineAgainInput = z.infer<typeof examineAgainInput>;

export const soundJobSchema = z.object({ soundId: id });
export type SoundJobInput = z.infer<typeof soundJobSchema>;
