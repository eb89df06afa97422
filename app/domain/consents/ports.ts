import type { Ctx } from '~/platform/context';

declare module '~/platform/ports' {
  interface Ports {
    /** The asset of a recording, and whether the actor prepares it; null when there is no such recording. */
    recordingForConsent(
      ctx: Ctx,
      recordingId: string,
    ): Promise<{ assetId: string; mayPrepare: boolean; durationMs: number | null } | null>;
  }
}
