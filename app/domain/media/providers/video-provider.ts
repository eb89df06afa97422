import type { AudioTrackInput } from '../inputs';
import type { AddedSound } from '../ports';

/** A stored file of a packaged version; `path` is relative to the version's folder. */
export interface PackagedFile {
  kind: 'hls' | 'single' | 'audio' | 'poster' | 'storyboard';
  lang: string | null;
  /** Pixels of the picture's shorter side for `hls` and `single`, else null. */
  height: number | null;
  bytes: number;
  path: string;
}

/** What a provider made of a master. */
export interface PackagedVersion {
  durationMs: number;
  width: number;
  height: number;
  /** Of every packaged picture: the player steps by it. */
  framesPerSecond: number;
  files: readonly PackagedFile[];
  /** The master's own sounds, for an asset whose tracks nobody named. */
  audioTracks: readonly AudioTrackInput[];
  /** The added sounds that this version holds, behind the master's own. */
  added?: readonly AddedSound[];
  /** Everything that lies in the version's folder of our own storage, by path below it; a service stores elsewhere. */
  stored?: readonly string[];
}

export interface PackagingOrder {
  assetId: string;
  version: number;
  masterKey: string;
  masterSha256: string;
  /** How the master's own sounds were named; for a service, all sounds that play. */
  audioTracks: readonly { lang: string; label: string; origin: string }[];
  /** Sounds from files of their own, in this order behind the master's. */
  added: readonly AddedSound[];
  /** The version with the same pictures and the same sounds of the master; null when there is none. */
  samePicturesAs: number | null;
  /** Parts that become blank and silent, in milliseconds; everything else keeps its time. */
  blank: readonly { startMs: number; endMs: number }[];
}

/** Runs one named step of packaging and keeps its beginning, progress (per cent) and end. */
export type RunStep = <T>(
  name: string,
  work: (report: (percent: number) => void) => Promise<T>,
) => Promise<T>;

/** What one viewer may play for a while. */
export interface PlaybackPermission {
  assetId: string;
  version: number;
  /** Proves the permission at our own addresses. */
  token: string;
  expiresAt: Date;
}

/** Where one viewer finds the files of a version. */
export interface PlaybackAddresses {
  /** The adaptive list, with captions in these languages where they are part of it. */
  hls(captionLangs: readonly string[]): string;
  /** A stored file, by its path. */
  file(path: string): string;
}

/** The master cannot be packaged, now or later; `code` is one of `media:errors`. */
export class RefusedMaster extends Error {
  override readonly name = 'RefusedMaster';
  constructor(readonly code: string) {
    super(code);
  }
}

/** A service that makes masters playable. */
export interface VideoProvider {
  /**
   * Prepares a version; nothing of it is played before the domain publishes it. May be called again after a crash.
   * Null: the order was handed over, and what became of it is found out later. Throws RefusedMaster when trying again
   * is of no use.
   */
  package(order: PackagingOrder, runStep: RunStep): Promise<PackagedVersion | null>;
  /** Addresses for one viewer; null when nothing of the version may be played, or played from there, any more. */
  grant(permission: PlaybackPermission): Promise<PlaybackAddresses | null>;
  /** Removes what was packaged of the asset, except the versions to keep. */
  remove(assetId: string, keep: readonly number[]): Promise<void>;
}
