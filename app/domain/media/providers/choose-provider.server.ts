import type { Ctx } from '~/platform/context';
import type { ProviderName } from '../inputs';
import '../ports';
import { localProvider } from './local/local-provider.server';
import { muxProvider } from './mux/mux-provider.server';
import type { VideoProvider } from './video-provider';

/** The provider of new assets: everything is packaged here first. */
export const defaultProvider: ProviderName = 'local';

/** The one place that knows which providers exist. Null for one that cannot be reached: its keys are not there. */
export function findProvider(ctx: Ctx, name: string): VideoProvider | null {
  if (name === 'local') return localProvider(ctx);
  return name === 'mux' && ctx.config.mux ? muxProvider(ctx, ctx.config.mux) : null;
}

/** Every provider that can be reached. */
export const allProviders = (ctx: Ctx): VideoProvider[] => [
  localProvider(ctx),
  ...(ctx.config.mux ? [muxProvider(ctx, ctx.config.mux)] : []),
];

/** Where an asset is to play from. */
export async function targetOf(ctx: Ctx, assetId: string): Promise<ProviderName> {
  return ctx.config.videoProvider === 'mux' && (await ctx.ports.mayGoAbroad(ctx, assetId)) ? 'mux' : 'local';
}
