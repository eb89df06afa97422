import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Level } from '~/domain/frameworks/types';
import { isRegistrar, scopeOf } from '~/domain/licensing/policy';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { readCursor, writeCursor } from '~/platform/moment-cursor';
import { type AppealListRow, countAppeals, findAppealPage } from './data/appeal-list.server';
import { type ListAppealsInput, listAppealsSchema } from './inputs';

export type AppealList = {
  rows: (AppealListRow & { level: Level | null })[];
  total: number;
  next: string | null;
};

const PAGE = 50;

/** The registrar's queue of appeals, one page. Throws `licensing.not-a-registrar`. */
export async function listAppeals(ctx: Ctx, input: ListAppealsInput): Promise<AppealList> {
  if (!isRegistrar(ctx.actor)) throw new DomainError('forbidden', 'licensing.not-a-registrar');
  const { list, after } = listAppealsSchema.parse(input);
  const levels = await listLevels(ctx);
  const filter = { list, scope: scopeOf(ctx.actor, levels) };
  const rows = await findAppealPage(ctx.db, filter, readCursor(after), PAGE + 1);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  const at = last && (list === 'closed' ? last.closedAt : last.submittedAt);
  return {
    rows: page.map((row) => ({ ...row, level: levels.find(({ id }) => id === row.levelId) ?? null })),
    total: await countAppeals(ctx.db, filter),
    next: rows.length > PAGE && last && at ? writeCursor({ at, id: last.id }) : null,
  };
}
