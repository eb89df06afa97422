import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Level } from '~/domain/frameworks/types';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import type { SearchRegisterQuery } from '../inputs';
import { isRegistrar, scopeOf } from '../policy';
import { type RegisterFilter, registerFilter } from '../rules/register-query';

/** The filter of a query as this registrar may ask it, on this day. Throws `licensing.not-a-registrar`. */
export async function openRegister(
  ctx: Ctx,
  query: SearchRegisterQuery,
): Promise<{ filter: RegisterFilter; levels: Level[] }> {
  if (!isRegistrar(ctx.actor)) throw new DomainError('forbidden', 'licensing.not-a-registrar');
  const levels = await listLevels(ctx);
  const zones = new Set(['Asia/Almaty', ...levels.map(({ framework }) => framework.zone)]);
  const filter = registerFilter(query, {
    levels,
    scope: scopeOf(ctx.actor, levels),
    today: Object.fromEntries([...zones].map((zone) => [zone, ctx.clock.today(zone)])),
    found: query.q.trim() === '' ? [] : await ctx.ports.awardsNumbered(ctx, query.q),
  });
  return { filter, levels };
}
