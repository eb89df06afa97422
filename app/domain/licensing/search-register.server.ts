import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Level } from '~/domain/frameworks/types';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { foldName } from '~/platform/folding/names';
import { isId } from '~/platform/ids';
import { addDays, isLocalDate, type LocalDate } from '~/platform/local-date';
import {
  countRegister,
  findRegisterPage,
  type RegisterCursor,
  type RegisterRow,
} from './data/register.server';
import { type SearchRegisterInput, searchRegisterSchema } from './inputs';
import { isRegistrar, scopeOf } from './policy';
import type { IssuedDocument } from './types';

export type RegisterList = {
  rows: (RegisterRow & { level: Level | null; document: IssuedDocument | null })[];
  /** All rows of the filter. */
  total: number;
  next: string | null;
  levels: Level[];
  today: LocalDate;
};

const PAGE = 50;

/** '<last day>_<period id>'; null for anything else. */
function readCursor(text: string): RegisterCursor | null {
  const [until = '', periodId = ''] = text.split('_');
  return isLocalDate(until) && isId(periodId) ? { until, periodId } : null;
}

/** The office's register: the period of every award that counts today, what ends first first. Throws `licensing.not-a-registrar`. */
export async function searchRegister(ctx: Ctx, input: SearchRegisterInput): Promise<RegisterList> {
  if (!isRegistrar(ctx.actor)) throw new DomainError('forbidden', 'licensing.not-a-registrar');
  const { state, level, path, q, within, missing, after } = searchRegisterSchema.parse(input);
  const levels = await listLevels(ctx);
  const zones = [...new Set(levels.map(({ framework }) => framework.zone))];
  const today = Object.fromEntries(zones.map((zone) => [zone, ctx.clock.today(zone)]));
  const first = Object.values(today).sort()[0] ?? ctx.clock.today('UTC');
  const filter = {
    state,
    path,
    missing,
    today,
    q: foldName(q),
    levelIds: level ? levels.filter(({ slug }) => slug === level).map(({ id }) => id) : null,
    until: within === null ? null : { from: first, to: addDays(first, within) },
    scope: scopeOf(ctx.actor, levels),
  };
  const rows = await findRegisterPage(ctx.db, filter, readCursor(after), PAGE + 1);
  const total = await countRegister(ctx.db, filter);
  const page = rows.slice(0, PAGE);
  const documents = await ctx.ports.documentsOf(
    ctx,
    page.map(({ qualificationId }) => qualificationId),
  );
  const last = page.at(-1);
  return {
    rows: page.map((row) => ({
      ...row,
      level: levels.find(({ id }) => id === row.levelId) ?? null,
      document: documents.get(row.qualificationId)?.[0] ?? null,
    })),
    total,
    next: rows.length > PAGE && last ? `${last.until}_${last.periodId}` : null,
    levels,
    today: first,
  };
}
