import type { Level } from '~/domain/frameworks/types';
import type { Ctx } from '~/platform/context';
import { isId } from '~/platform/ids';
import { isLocalDate, type LocalDate } from '~/platform/local-date';
import { openRegister } from './data/open-register.server';
import { countRegister, type RegisterCursor } from './data/register.server';
import { loadRegisterLines } from './data/register-lines.server';
import { type SearchRegisterInput, searchRegisterSchema } from './inputs';
import { unreadWords } from './rules/register-query';
import type { RegisterLine } from './types';

export type RegisterList = {
  rows: RegisterLine[];
  /** Rows of the filter, counted up to 1,000; `more` when there are others. */
  total: number;
  more: boolean;
  next: string | null;
  /** Words of the address that were not understood, and narrow nothing. */
  unread: string[];
  levels: Level[];
  today: LocalDate;
};

const PAGE = 50;
const COUNTED = 1000;

/** '<last day>_<period id>'; null for anything else. */
function readCursor(text: string): RegisterCursor | null {
  const [until = '', periodId = ''] = text.split('_');
  return isLocalDate(until) && isId(periodId) ? { until, periodId } : null;
}

/**
 * The office's register: the period of every award that counts today, one page. What ends first stands first, or names
 * in the order of Kazakh. Throws `licensing.not-a-registrar`.
 */
export async function searchRegister(ctx: Ctx, input: SearchRegisterInput): Promise<RegisterList> {
  const query = searchRegisterSchema.parse(input);
  const { filter, levels } = await openRegister(ctx, query);
  const after = readCursor(query.after);
  const [rows, total] = await Promise.all([
    loadRegisterLines(ctx, filter, { levels, after, take: PAGE + 1 }),
    countRegister(ctx.db, filter, COUNTED + 1),
  ]);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    rows: page,
    total: Math.min(total, COUNTED),
    more: total > COUNTED,
    next: rows.length > PAGE && last ? `${last.until}_${last.periodId}` : null,
    unread: unreadWords(input, query),
    levels,
    today: filter.first,
  };
}
