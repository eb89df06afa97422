import type { Level } from '~/domain/frameworks/types';
import type { Ctx } from '~/platform/context';
import type { LocalDate } from '~/platform/local-date';
import { openRegister } from './data/open-register.server';
import { countRegister, type RegisterCursor } from './data/register.server';
import { loadRegisterLines } from './data/register-lines.server';
import { type SearchRegisterInput, searchRegisterSchema } from './inputs';
import { type RegisterFilter, unreadWords } from './rules/register-query';
import type { RegisterLine } from './types';

export type RegisterWalk = {
  /** All rows of the filter, counted up to `limit` + 1. */
  total: number;
  today: LocalDate;
  levels: Level[];
  /** Words that were not understood, and narrow nothing. */
  unread: string[];
  /** The rows, a page at a time, in the order of the list; may be read once. */
  pages: AsyncGenerator<RegisterLine[]>;
};

const PAGE = 500;

async function* pagesOf(
  ctx: Ctx,
  filter: RegisterFilter,
  levels: readonly Level[],
): AsyncGenerator<RegisterLine[]> {
  let after: RegisterCursor | null = null;
  do {
    const page: RegisterLine[] = await loadRegisterLines(ctx, filter, { levels, after, take: PAGE });
    if (page.length > 0) yield page;
    after = page.length === PAGE ? (page.at(-1) ?? null) : null;
  } while (after);
}

/**
 * The whole list of a filter, never held in one piece. The day stays that of the beginning. Throws
 * `licensing.not-a-registrar`.
 */
export async function walkRegister(
  ctx: Ctx,
  { limit, ...input }: SearchRegisterInput & { limit: number },
): Promise<RegisterWalk> {
  const query = searchRegisterSchema.parse(input);
  const { filter, levels } = await openRegister(ctx, query);
  const total = await countRegister(ctx.db, filter, limit + 1);
  const unread = unreadWords(input, query);
  return { total, today: filter.first, levels, unread, pages: pagesOf(ctx, filter, levels) };
}
