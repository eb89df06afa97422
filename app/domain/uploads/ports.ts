import type { Ctx } from '~/platform/context';

/**
 * For which organisation an asset waits for its master; null when there is no such asset, it has its master, or the
 * actor may not hand one in.
 */
export type AwaitedMaster = (ctx: Ctx, assetId: string) => Promise<{ organisationPath: string } | null>;

declare module '~/platform/ports' {
  interface Ports {
    awaitedMaster: AwaitedMaster;
  }
}
