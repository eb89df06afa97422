import { z } from 'zod';

/** Why a file cannot become a sound: codes of `sounds:refusal.<code>`. */
export type SoundRefusal = 'unreadable' | 'without-sound' | 'too-short' | 'too-long';

/** Stands where a refusal would when nobody could look at the file: it stays, and is looked at again when asked. */
export const UNEXAMINED = 'unexamined';

const text = z.string();
const probeSchema = z.object({
  format: z.object({ duration: text.optional() }),
  streams: z.array(
    z.object({ codec_type: text.optional(), duration: text.optional(), sample_rate: text.optional() }),
  ),
});

/** Reads the JSON of `ffprobe -show_format -show_streams`: the length of the file's first sound, in milliseconds. */
export function readSoundProbe(json: string): { durationMs: number } | { refused: SoundRefusal } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return { refused: 'unreadable' };
  }
  const probe = probeSchema.safeParse(parsed);
  if (!probe.success) return { refused: 'unreadable' };
  const { streams, format } = probe.data;
  const sound = streams.find(
    ({ codec_type, sample_rate }) => codec_type === 'audio' && Number(sample_rate) > 0,
  );
  if (!sound) return { refused: 'without-sound' };
  const durationMs = Math.round(Number(sound.duration ?? format.duration) * 1000);
  return durationMs > 0 ? { durationMs } : { refused: 'unreadable' };
}
