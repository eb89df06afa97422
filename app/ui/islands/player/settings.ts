import type { ProgressSettings } from '../progress/track-progress';

export interface PlayerFile {
  lang: string | null;
  label: string;
  url: string;
  /** Captions that only a machine wrote. */
  machine?: boolean;
  /** Of captions, how the menu names them: their own name, or for a machine's all in the reader's language. */
  choice?: string;
}

/** How to play: everything adaptive, one small file with a picture, or sound alone. */
export type Mode = 'full' | 'small' | 'audio';

/** A part of the recording, in the reader's language where there is one. */
export interface PlayerChapter {
  startSec: number;
  title: string;
  /** Of the title, where it is not the reader's. */
  lang: string | null;
  /** The technique's name in the reader's script. */
  technique: string | null;
}

/** The languages that somebody watches in; '' shows no captions. */
export interface Languages {
  audio: string | null;
  captions: [first: string, second: string];
}

/** What the server hands to the player in `data-settings`. Texts are in the reader's language. */
export interface PlayerSettings {
  lang: string;
  title: string;
  recordingId: string;
  durationSec: number;
  framesPerSecond: number | null;
  hls: string;
  poster: string;
  /** Which parts are removed by now. */
  parts: string;
  storyboard: string | null;
  singles: PlayerFile[];
  audios: PlayerFile[];
  captions: PlayerFile[];
  audioTracks: { lang: string; label: string }[];
  chapters: PlayerChapter[];
  /** What to begin with, when the viewer never chose. */
  audio: string | null;
  caption: string | null;
  startAt: number;
  token: string;
  expiresAt: string;
  /** Choices of quality with their megabytes a minute: 'full', 'full-540', 'small', 'audio'. */
  modes: { value: string; text: string }[];
  labels: Record<PlayerLabel, string>;
  tools: Record<ToolLabel, string>;
  /** The full player's own words, by its English ones. */
  controls: Record<string, string>;
  progress: ProgressSettings | null;
  /** For people who are signed in: where the position and the languages are kept. */
  viewing: { endpoint: string; keepsPosition: boolean; choice: Languages | null } | null;
}

export type PlayerLabel =
  | 'play'
  | 'mode'
  | 'audio'
  | 'captions'
  | 'second-captions'
  | 'no-captions'
  | 'machine'
  | 'speed'
  | 'loading'
  | 'skipped'
  | 'stopped'
  | 'failed';

/** Texts for the tools; keys of `media:tools`. */
export type ToolLabel =
  | 'play'
  | 'pause'
  | 'seek'
  | 'time'
  | 'playing'
  | 'loop'
  | 'sound'
  | 'screen'
  | 'frame-back'
  | 'frame-forward'
  | 'frame'
  | 'set-a'
  | 'set-b'
  | 'clear-loop'
  | 'loop-start'
  | 'loop-end'
  | 'loop-hint'
  | 'loop-on'
  | 'a-is-set'
  | 'b-is-set'
  | 'loop-off'
  | 'link'
  | 'link-short'
  | 'link-copied'
  | 'link-copied-here'
  | 'mirror'
  | 'mirrored'
  | 'not-mirrored'
  | 'mute'
  | 'unmute'
  | 'picture-in-picture'
  | 'full-screen'
  | 'chapters'
  | 'keys'
  | 'keys-note'
  | 'space'
  | 'toggle'
  | 'seek-back'
  | 'seek-forward'
  | 'slower'
  | 'faster'
  | 'captions'
  | 'chapter-back'
  | 'chapter-forward'
  | 'help'
  | 'speed-now';

export const readSettings = (host: HTMLElement): PlayerSettings => JSON.parse(host.dataset.settings ?? '{}');

/** What the viewer has chosen; `quality`: pixels of the picture's height, null for what the link carries. */
export interface Chosen {
  mode: Mode;
  quality: number | null;
  audio: string;
  captions: [first: string, second: string];
  rate: number;
}

export const rates = [0.1, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2];

/** 0,25× in Russian and Kazakh, 0.25× elsewhere. */
export const rateText = (rate: number, lang: string): string =>
  `${String(rate).replace('.', lang === 'ru' || lang === 'kk' ? ',' : '.')}×`;

/** What one viewer chose on this device before. */
export interface Remembered {
  mode?: Mode;
  quality?: number | null;
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
