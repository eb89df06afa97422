import type { Ctx } from '~/platform/context';
import { localProvider } from './local/local-provider.server';
import type { VideoProvider } from './video-provider';

/** The provider of new assets. */
export const defaultProvider = 'local';

/** The one place that knows which providers exist. Throws for a name that this release cannot serve. */
export function providerFor(ctx: Ctx, name: string): VideoProvider {
  if (name === 'local') return localProvider(ctx);
  throw new Error(`The video provider "${name}" is not part of this release`);
}
