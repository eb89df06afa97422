import type { Lang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';

/**
 * For which organisation an asset waits for its master; null when there is no such asset, it has its master, or the
 * actor may not hand one in.
 */
export type AwaitedMaster = (ctx: Ctx, assetId: string) => Promise<{ organisationPath: string } | null>;

declare module '~/platform/ports' {
  interface Ports {
    awaitedMaster: AwaitedMaster;
    /** Throws, in words for whoever sends, when the asset takes no sound in the language from the actor. */
    requireSoundPlace(ctx: Ctx, input: { assetId: string; lang: Lang }): Promise<void>;
  }
}
