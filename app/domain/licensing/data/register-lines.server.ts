import type { Level } from '~/domain/frameworks/types';
import type { Ctx } from '~/platform/context';
import type { RegisterFilter } from '../rules/register-query';
import type { RegisterLine } from '../types';
import { findRegisterPage, type RegisterCursor } from './register.server';

/** One page of the register with the levels and documents of its rows, in two statements. */
export async function loadRegisterLines(
  ctx: Ctx,
  filter: RegisterFilter,
  page: { levels: readonly Level[]; after: RegisterCursor | null; take: number },
): Promise<RegisterLine[]> {
  const rows = await findRegisterPage(ctx.db, filter, page.after, page.take);
  const documents = await ctx.ports.documentsOf(
    ctx,
    rows.map(({ qualificationId }) => qualificationId),
  );
  return rows.map(({ levelId, ...row }) => {
    const own = documents.get(row.qualificationId)?.find(({ periodId }) => periodId === row.periodId);
    return {
      ...row,
      level: page.levels.find(({ id }) => id === levelId) ?? null,
      document: own ? { serial: own.serial, number: own.number } : null,
    };
  });
}
