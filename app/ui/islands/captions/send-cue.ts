import type { EditorSettings } from './settings';

export interface CueFields {
  start: string;
  end: string;
  text: string;
}

/** What stands beside a saved cue. */
export interface SavedCue {
  version: number;
  revision: number;
  changeId: string | null;
  startMs: number;
  endMs: number;
  speed: string;
  warnings: string[];
  missing: string[];
  progress: string;
}

export interface StoredCue {
  startMs: number;
  endMs: number;
  text: string;
  version: number;
}

export type Sent =
  | { kind: 'saved'; cue: SavedCue }
  /** Somebody else changed the cue; null: it is gone. */
  | { kind: 'conflict'; message: string; stored: StoredCue | null }
  /** The server's word; sending the same again would not help. */
  | { kind: 'refused'; message: string }
  | { kind: 'unreachable' };

const TIMEOUT_MS = 15_000;

/** Sends one cue; never throws. */
export async function sendCue(
  settings: EditorSettings,
  cue: CueFields & { cueId: string; version: number },
): Promise<Sent> {
  const { endpoint, recording, lang, side } = settings;
  try {
    const answer = await fetch(endpoint, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ recording, lang, side, ...cue }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (answer.ok) return { kind: 'saved', cue: await answer.json() };
    if (answer.status >= 500 || answer.status === 429) return { kind: 'unreachable' };
    const { error, stored = null } = await answer.json();
    const message: string = error?.message ?? '';
    return answer.status === 409 ? { kind: 'conflict', message, stored } : { kind: 'refused', message };
  } catch {
    return { kind: 'unreachable' };
  }
}
