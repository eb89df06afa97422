import type { DemoClip } from './clip';

/** Samples a second, one channel, 16 bits. */
export const sampleRate = 24_000;

/** How a track sounds: the scale it walks (Hz), how its notes ring (partials by ratio and strength), how long. */
interface Voice {
  scale: readonly number[];
  partials: readonly (readonly [ratio: number, strength: number])[];
  ringSeconds: number;
  drone: number;
}

/** The floor: low plucks in the hirajoshi scale. The interpretation: higher, rounder bells in a major pentatonic. */
const voices = {
  ja: {
    scale: [220, 246.94, 261.63, 329.63, 349.23],
    partials: [
      [1, 1],
      [2, 0.45],
      [3, 0.22],
      [4, 0.1],
    ],
    ringSeconds: 1.1,
    drone: 110,
  },
  ru: {
    scale: [523.25, 587.33, 659.26, 783.99, 880],
    partials: [
      [1, 1],
      [2.76, 0.16],
    ],
    ringSeconds: 1.6,
    drone: 196,
  },
} as const satisfies Record<string, Voice>;

export type ToneLang = keyof typeof voices;

/** One struck note at full strength, from its first sample until it has faded. */
function ring(voice: Voice, pitch: number): Float64Array {
  return Float64Array.from({ length: Math.round(voice.ringSeconds * 2 * sampleRate) }, (_, index) => {
    const seconds = index / sampleRate;
    const envelope = Math.min(1, seconds / 0.008) * Math.exp((-seconds * 3) / voice.ringSeconds);
    const wave = voice.partials.reduce(
      (sum, [ratio, part]) => sum + part * Math.sin(2 * Math.PI * pitch * ratio * seconds),
      0,
    );
    return wave * envelope;
  });
}

function strike(track: Float64Array, note: Float64Array, atSeconds: number, strength: number) {
  const start = Math.round(atSeconds * sampleRate);
  const length = Math.min(note.length, track.length - start);
  for (let index = 0; index < length; index += 1)
    track[start + index] = (track[start + index] ?? 0) + (note[index] ?? 0) * strength;
}

/** Each sentence is struck by two notes at its start and answered by one softer note at its end. */
function compose(clip: DemoClip, voice: Voice): Float64Array {
  const track = new Float64Array(Math.round((clip.durationMs / 1000) * sampleRate));
  for (let index = 0; index < track.length; index += 1) {
    track[index] = 0.012 * Math.sin((2 * Math.PI * voice.drone * index) / sampleRate);
  }
  const notes = voice.scale.map((pitch) => ring(voice, pitch));
  const note = (step: number) => notes[step % notes.length] ?? track.subarray(0, 0);
  clip.cues.forEach((cue, index) => {
    strike(track, note(index), cue.startMs / 1000, 0.2);
    strike(track, note(index + 2), cue.startMs / 1000 + 0.28, 0.14);
    strike(track, note(index + 1), cue.endMs / 1000 - 0.2, 0.07);
  });
  return track;
}

/** The clip's sound in one language as a WAV file; always the same bytes for the same clip. */
export function toneTrack(clip: DemoClip, lang: ToneLang): Buffer {
  const track = compose(clip, voices[lang]);
  const wav = Buffer.alloc(44 + track.length * 2);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + track.length * 2, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(sampleRate, 24);
  wav.writeUInt32LE(sampleRate * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(track.length * 2, 40);
  track.forEach((value, index) => {
    wav.writeInt16LE(Math.round(Math.max(-1, Math.min(1, value)) * 32_000), 44 + index * 2);
  });
  return wav;
}
