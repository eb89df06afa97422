import type { ProgressSettings } from '../progress/track-progress';

export interface PlayerFile {
  lang: string | null;
  label: string;
  url: string;
}

/** How to play: everything adaptive, one small file with a picture, or sound alone. */
export type Mode = 'full' | 'small' | 'audio';

/** What the server hands to the player in `data-settings`. Texts are in the reader's language. */
export interface PlayerSettings {
  lang: string;
  title: string;
  hls: string;
  poster: string;
  singles: PlayerFile[];
  audios: PlayerFile[];
  captions: PlayerFile[];
  audioTracks: { lang: string; label: string }[];
  /** What to begin with, when the viewer never chose. */
  audio: string | null;
  caption: string | null;
  startAt: number;
  token: string;
  expiresAt: string;
  modes: Record<Mode, string>;
  labels: Record<PlayerLabel, string>;
  /** The full player's own words, by its English ones. */
  controls: Record<string, string>;
  progress: ProgressSettings | null;
}

export type PlayerLabel =
  | 'play'
  | 'mode'
  | 'audio'
  | 'captions'
  | 'second-captions'
  | 'no-captions'
  | 'speed'
  | 'loading'
  | 'stopped'
  | 'failed';

export const readSettings = (host: HTMLElement): PlayerSettings => JSON.parse(host.dataset.settings ?? '{}');

/** What one viewer chose on this device before. */
export interface Remembered {
  mode?: Mode;
  audio?: string;
  captions?: [first: string, second: string];
}

const key = 'shihan.player';

export function remembered(): Remembered {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}');
  } catch {
    return {};
  }
}

export function remember(choice: Remembered): void {
  try {
    localStorage.setItem(key, JSON.stringify({ ...remembered(), ...choice }));
  } catch {
    // The device keeps nothing; the choice holds for this page.
  }
}
