import type { Lang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';

export interface RecordingOfSound {
  recordingId: string;
  assetId: string;
  /** The actor prepares it. */
  mayPrepare: boolean;
  /** Null while nothing of it plays. */
  durationMs: number | null;
  /** Languages of the master's own sounds. */
  masterLangs: readonly Lang[];
  /** The added sounds of the version that plays. */
  heard: readonly { soundId: string; label: string; offsetMs: number }[];
}

declare module '~/platform/ports' {
  interface Ports {
    /** The recording and what is known of its master; null when there is none. */
    recordingForSound(
      ctx: Ctx,
      which: { recordingId: string } | { assetId: string },
    ): Promise<RecordingOfSound | null>;
  }
}
