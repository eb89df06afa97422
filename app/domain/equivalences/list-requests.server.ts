import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Level } from '~/domain/frameworks/types';
import { isRegistrar, scopeOf } from '~/domain/licensing/policy';
import type { HolderFacts } from '~/domain/licensing/types';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { readCursor, writeCursor } from '~/platform/moment-cursor';
import { countRequests, findRequestPage, type RequestListRow } from './data/request-list.server';
import { type ListRequestsInput, listRequestsSchema } from './inputs';
import { requestState } from './rules/state';
import type { RequestState } from './types';

export type RequestList = {
  rows: (RequestListRow & {
    state: RequestState;
    level: Level | null;
    holder: Pick<HolderFacts, 'displayName' | 'latinName'> | null;
  })[];
  total: number;
  next: string | null;
  levels: Level[];
};

const PAGE = 50;

/** Requests that wait for a registrar, oldest first, or those closed, last first; one page. Throws `equivalences.not-a-registrar`. */
export async function listRequests(ctx: Ctx, input: ListRequestsInput): Promise<RequestList> {
  if (!isRegistrar(ctx.actor)) throw new DomainError('forbidden', 'equivalences.not-a-registrar');
  const { list, level, after } = listRequestsSchema.parse(input);
  const levels = await listLevels(ctx);
  const levelId = levels.find(({ slug }) => slug === level)?.id ?? null;
  const filter = { list, levelId, scope: scopeOf(ctx.actor, levels) };
  const rows = await findRequestPage(ctx.db, filter, readCursor(after), PAGE + 1);
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
  const at = last && (list === 'closed' ? last.closedAt : last.askedAt);
  const page = rows.slice(0, PAGE);
  const people = [...new Set(page.map(({ personId }) => personId))];
  const holders = await ctx.ports.describeHolders(ctx, people);
  return {
    rows: page.map((row) => ({
      ...row,
      state: requestState(row.act ? [{ act: row.act }] : []),
      level: levels.find(({ id }) => id === row.levelId) ?? null,
      holder: nameOf(holders.get(row.personId)),
    })),
    total: await countRequests(ctx.db, filter),
    next: last && at ? writeCursor({ at, id: last.id }) : null,
    levels,
  };
}

const nameOf = (holder: HolderFacts | undefined) =>
  holder ? { displayName: holder.displayName, latinName: holder.latinName } : null;
