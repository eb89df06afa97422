import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Level } from '~/domain/frameworks/types';
import { isRegistrar, scopeOf } from '~/domain/licensing/policy';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { readCursor, writeCursor } from '~/platform/moment-cursor';
import {
  type ApplicationListRow,
  countApplications,
  findApplicationPage,
} from './data/application-list.server';
import { type ListApplicationsInput, listApplicationsSchema } from './inputs';
import { queueFilter } from './rules/queue-filter';

export type ApplicationList = {
  rows: (ApplicationListRow & { level: Level | null })[];
  /** All rows of the filter. */
  total: number;
  next: string | null;
  levels: Level[];
};

const PAGE = 50;

/** The registrar's queue. Throws `applications.not-a-registrar`. */
export async function listApplications(ctx: Ctx, input: ListApplicationsInput): Promise<ApplicationList> {
  if (!isRegistrar(ctx.actor)) throw new DomainError('forbidden', 'applications.not-a-registrar');
  const { after, ...asked } = listApplicationsSchema.parse(input);
  const { list } = asked;
  const levels = await listLevels(ctx);
  const filter = queueFilter(asked, levels, scopeOf(ctx.actor, levels));
  const rows = await findApplicationPage(ctx.db, filter, readCursor(after), PAGE + 1);
  const total = await countApplications(ctx.db, filter);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  const key = last && (list === 'closed' ? (last.closedAt ?? last.submittedAt) : last.submittedAt);
  return {
    rows: page.map((row) => ({ ...row, level: levels.find(({ id }) => id === row.levelId) ?? null })),
    total,
    next: rows.length > PAGE && last && key ? writeCursor({ at: key, id: last.id }) : null,
    levels,
  };
}
