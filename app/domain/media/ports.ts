import type { Ctx } from '~/platform/context';
import type { Audience } from './inputs';

/**
 * Whether the actor of `ctx` belongs to an audience that only other domains know: enrolled on a course, holding a
 * level. 'public' and 'account' never reach the port.
 */
export type AudienceCheck = (ctx: Ctx, audience: Audience) => Promise<boolean>;

/** One language's captions of an asset as a WebVTT file; null when there are none. Times are master times. */
export type CaptionsPort = (ctx: Ctx, assetId: string, lang: string) => Promise<string | null>;

/** Whether the actor prepares the recording of an asset; null when it belongs to none. */
export type MayPrepareAsset = (ctx: Ctx, assetId: string) => Promise<boolean | null>;

declare module '~/platform/ports' {
  interface Ports {
    audienceCheck: AudienceCheck;
    captionsVtt: CaptionsPort;
    mayPrepareAsset: MayPrepareAsset;
  }
}
