import type { Ctx } from '~/platform/context';

declare module '~/platform/ports' {
  interface Ports {
    /** Whether the actor prepares the recording; null when there is no such recording. */
    mayPrepareRecording(ctx: Ctx, recordingId: string): Promise<boolean | null>;
  }
}
