/** Milliseconds of the master: [startMs, endMs). */
type Part = { startMs: number; endMs: number };

/** The cues that say nothing during withdrawn parts; what overlaps one by a moment goes as well. */
export const withoutParts = <C extends Part>(cues: readonly C[], parts: readonly Part[]): C[] =>
  cues.filter((cue) => !parts.some((part) => cue.startMs < part.endMs && part.startMs < cue.endMs));
