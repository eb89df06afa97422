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
}

export interface PackagingOrder {
  assetId: string;
  version: number;
  masterKey: string;
  masterSha256: string;
  /** How the master's own sounds were named. */
  audioTracks: readonly { lang: string; label: string }[];
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
  audience: string;
  /** The session the address is bound to; null binds to none (public recordings). */
  sessionId: string | null;
}

export interface PlaybackGrant {
  /** Address of the packaged version's folder, ending with '/'. */
  base: string;
  token: string;
  expiresAt: Date;
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
   * Throws RefusedMaster when trying again is of no use.
   */
  package(order: PackagingOrder, runStep: RunStep): Promise<PackagedVersion>;
  /** Addresses for one viewer. */
  grant(permission: PlaybackPermission): PlaybackGrant;
  /** Removes what was packaged of the asset, except the versions to keep. */
  remove(assetId: string, keep: readonly number[]): Promise<void>;
}
