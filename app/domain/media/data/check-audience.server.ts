import type { Ctx } from '~/platform/context';
import type { Audience } from '../inputs';
import '../ports';

/** Whether the actor of `ctx` may watch what is open to `audience`. */
export async function checkAudience(ctx: Ctx, audience: Audience): Promise<boolean> {
  if (audience.kind === 'public') return true;
  if (!ctx.actor) return false;
  return audience.kind === 'account' || ctx.ports.audienceCheck(ctx, audience);
}
