import type { Lang } from '~/i18n/locales';
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

/** Seconds of an asset that nobody may see: [startMs, endMs); from `cutVersion` on they are blank in what is packaged. */
export interface WithdrawnPart {
  id: string;
  startMs: number;
  endMs: number;
  cutVersion: number | null;
}

/** A sound that came after the master; it begins `offsetMs` later than the picture (negative: earlier). */
export interface AddedSound {
  id: string;
  lang: Lang;
  label: string;
  offsetMs: number;
  fileKey: string;
}

declare module '~/platform/ports' {
  interface Ports {
    audienceCheck: AudienceCheck;
    captionsVtt: CaptionsPort;
    mayPrepareAsset: MayPrepareAsset;
    /** Whether the asset's recording is shown to this audience today, or the actor prepares it; null: it has none. */
    isStillShown(ctx: Ctx, assetId: string, audience: Audience): Promise<boolean | null>;
    /** Whether an asset may be kept and played by a service abroad: shown today, and all who are shown agreed. */
    mayGoAbroad(ctx: Ctx, assetId: string): Promise<boolean>;
    /** Languages in which viewers get captions of an asset. */
    captionLangs(ctx: Ctx, assetId: string): Promise<readonly string[]>;
    /** The sounds that the next version of an asset holds beside its master's own. */
    addedSounds(ctx: Ctx, assetId: string): Promise<readonly AddedSound[]>;
    withdrawnSpans(ctx: Ctx, assetId: string): Promise<readonly WithdrawnPart[]>;
    /** A packaged version has these parts blank. Inside the transaction in which it is published. */
    noteCut(tx: Ctx, input: { spanIds: readonly string[]; version: number }): Promise<void>;
  }
}
