/** What is longer than the recording by more belongs to another one; interpreters begin earlier and end later. */
export const longestMs = (recordingMs: number): number => recordingMs * 1.2 + 60_000;

/** Milliseconds below which a file says nothing. */
export const shortestMs = 1_000;

/** Whether something of a shifted sound falls into the recording. */
export const isWithin = (
  offsetMs: number,
  { soundMs, recordingMs }: { soundMs: number; recordingMs: number },
): boolean => offsetMs < recordingMs && offsetMs + soundMs > 0;
