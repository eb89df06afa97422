import { createHash } from 'node:crypto';
import { orderReport } from '~/domain/reports/order-report.server';
import type { Ctx } from '~/platform/context';
import { addDays } from '~/platform/local-date';
import { actorOf } from '../people';

const FRAMEWORK = 'kjf';

/** A key that the same words always give, so that a seed that was killed makes no report twice. */
function keyOf(words: string): string {
  const hex = createHash('sha256').update(`report ${words}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** What the ministry reads: the end of last year, the end of last month, and today; one region apart. */
export async function seedReports(ctx: Ctx): Promise<void> {
  const actor = await actorOf(ctx, 'registrar@demo.test');
  const office = { ...ctx, actor, lang: actor.lang };
  const today = ctx.clock.today('Asia/Almaty');
  const days: readonly [what: string, path: string, on: string][] = [
    ['year', '/', `${Number(today.slice(0, 4)) - 1}-12-31`],
    ['month', '/', addDays(`${today.slice(0, 8)}01`, -1)],
    ['region', '/kjf/karaganda/', today],
    ['today', '/', today],
  ];
  for (const [what, path, on] of days)
    await orderReport(office, { framework: FRAMEWORK, path, on, orderKey: keyOf(what) });
}
