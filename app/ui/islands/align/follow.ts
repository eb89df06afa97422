/** Where a sound stands and where it belongs, in seconds; `offsetMs`: so much later than the picture. */
export interface Standing {
  picture: number;
  sound: number;
  offsetMs: number;
  /** Of the sound. */
  length: number;
}

export type Correction =
  /** The sound has not begun yet, or is over. */
  | { kind: 'silent' }
  | { kind: 'seek'; to: number }
  /** Plays on, so many times as fast as the picture. */
  | { kind: 'pace'; factor: number };

/** From here on a jump is less of a disturbance than a changed pace. */
const JUMP = 0.15;
/** Nobody hears less. */
const DEAF = 0.008;
/** At most so much faster or slower, which is hardly heard. */
const MOST = 0.08;

/** What brings a sound to where it belongs while the picture plays. */
export function correction({ picture, sound, offsetMs, length }: Standing): Correction {
  const wanted = picture - offsetMs / 1000;
  if (wanted < 0 || wanted >= length) return { kind: 'silent' };
  const behind = wanted - sound;
  if (Math.abs(behind) > JUMP) return { kind: 'seek', to: wanted };
  if (Math.abs(behind) < DEAF) return { kind: 'pace', factor: 1 };
  return { kind: 'pace', factor: 1 + Math.min(MOST, Math.max(-MOST, behind * 2)) };
}
