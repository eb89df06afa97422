import { countReport } from '~/domain/reports/count-report.server';
import type { OrderReportInput } from '~/domain/reports/inputs';
import { orderReport } from '~/domain/reports/order-report.server';
import type { ReportTotals } from '~/domain/reports/types';
import { authored } from '~/i18n/content';
import type { Actor, Role } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { newId } from '~/platform/ids';
import { type Cast, openCast } from '../../support/cast';
import type { TestWorld } from '../../support/database';

export type ReportWorld = Cast & {
  /** Somebody with one role at a place. */
  official(role: Role, path: string): Promise<Actor>;
  order(facts?: Partial<OrderReportInput>, actor?: Actor): Promise<string>;
  totalsOf(id: string): Promise<ReportTotals>;
};

/** Orders a report and has it counted to its end, by the body of the job where a busy machine left the rest to it. */
export async function orderCounted(ctx: Ctx, input: OrderReportInput): Promise<string> {
  const { reportId } = await orderReport(ctx, input);
  await countReport(ctx, { reportId });
  return reportId;
}

/** A ladder, a federation with two regions, and what reports are asked with. */
export async function openReportWorld(world: TestWorld): Promise<ReportWorld> {
  const cast = await openCast(world);
  const { db } = cast.as(null);
  for (const [slug, kk] of [
    ['east', 'Өскемен өңірі'],
    ['west', 'Батыс Қазақстан'],
  ] as const) {
    const name = authored('kk', { kk, ru: `Область ${slug}` });
    const place = { kind: 'region', name, parentId: cast.organisationId };
    await db.organisation.create({ data: { id: newId(), slug, path: `/kjf/${slug}/`, ...place } });
  }
  const totalsOf = async (id: string) =>
    (await db.report.findUniqueOrThrow({ where: { id } })).totals as unknown as ReportTotals;
  return {
    ...cast,
    totalsOf,
    official: (role, path) =>
      cast.newPerson(`Official ${role}`, path, [
        { role, path, organisationId: cast.organisationId, lang: null, level: null },
      ]),
    async order(facts = {}, actor = cast.registrar) {
      const asked = { framework: 'test-ladder', on: '2026-11-23', orderKey: newId(), ...facts };
      return orderCounted(cast.as(actor), asked);
    },
  };
}
