/** A demo recording as data: what is said when. Times are milliseconds of the recording. */
export interface DemoClip {
  id: string;
  durationMs: number;
  cues: readonly { startMs: number; endMs: number }[];
}

/** One picture in two layers of SVG markup: what stands for long, and what moves over it. */
export interface Picture {
  still: string;
  moving: string;
}

/** Draws one sentence of a clip at `progress` 0…1 of that sentence. */
export type Beat = (progress: number) => Picture;

/** A clip's drawings: one beat for each sentence. */
export type Scene = readonly Beat[];

/** The sentence spoken at a moment and how far it is; between two sentences the last one stands finished. */
export function beatAt(clip: DemoClip, timeMs: number): { index: number; progress: number } {
  const next = clip.cues.findIndex((cue) => cue.startMs > timeMs);
  const index = Math.max(0, (next < 0 ? clip.cues.length : next) - 1);
  const cue = clip.cues[index];
  if (!cue) return { index: 0, progress: 0 };
  return { index, progress: Math.min(1, Math.max(0, (timeMs - cue.startMs) / (cue.endMs - cue.startMs))) };
}
