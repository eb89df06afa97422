/** A file for the browser's own player. */
export interface SmallFile {
  lang: string | null;
  label: string;
  url: string;
  bytes: number;
}

/** What a page needs to play one asset. Addresses stop at `renewal.expiresAt`. */
export interface PlaybackSource {
  assetId: string;
  durationMs: number;
  /** How many parts were taken away; their seconds are blank. */
  removedParts: number;
  /** Where a player learns which parts these are by now; always at our own place. */
  parts: string;
  poster: string;
  /** A list of pictures for the timeline (WebVTT, media fragments); null for what was packaged without one. */
  storyboard: string | null;
  /** Of the packaged pictures; null for what was packaged before it was noted. */
  framesPerSecond: number | null;
  /** Adaptive playback; `bytes` per quality are those of the whole recording with one sound. */
  hls: { url: string; qualities: readonly { height: number; bytes: number }[] };
  /** The lowest picture as one file for each sound, at most 180 kbit/s. */
  singles: readonly SmallFile[];
  /** Sound alone, 32 kbit/s. */
  audios: readonly SmallFile[];
  captions: readonly { lang: string; label: string; url: string }[];
  audioTracks: readonly { lang: string; label: string }[];
  renewal: { token: string; expiresAt: string };
  /**
   * Which protection holds: addresses bound to the viewer's session, addresses that only end after a time, or open ones
   * of a public recording.
   */
  protection: 'session' | 'timed' | 'public';
}

/**
 * Where the same files are found from now on: 'hls', 'poster', 'storyboard', and for each sound 'single:ja', 'audio:ja'
 * ('single:' where it has no language).
 */
export type FreshAddresses = Record<string, string>;

/** Something to watch that is not ready yet, or failed; `failure` is a code of `media:errors`. */
export interface NotPlayable {
  assetId: string;
  failure: string | null;
}

/** How far the packaging of one asset is. */
export interface Packaging {
  /** awaited: its master is not here yet; failed: `failure` says why. */
  state: 'awaited' | 'under-way' | 'ready' | 'failed';
  /** A master may be handed in: there is none, or the one before was refused. */
  isAwaited: boolean;
  /** The version that plays, whatever happens to the next one; 0: none yet. */
  version: number;
  /** A code of `media:errors`. */
  failure: string | null;
  /** Of the version that plays, the floor first; `soundId`: an added one, else the master's own. */
  sounds: readonly { lang: string; label: string; offsetMs: number; soundId: string | null }[];
  /** What a service abroad did not do while a version plays: a code of `media:errors`. */
  note: string | null;
  /** In the order in which they began; `error` is for people who run the system. */
  steps: readonly { name: string; percent: number; isDone: boolean; error: string | null }[];
}
