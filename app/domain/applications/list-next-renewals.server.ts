import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Level } from '~/domain/frameworks/types';
import { isWithin, scopeOf } from '~/domain/licensing/policy';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { isId } from '~/platform/ids';
import { isLocalDate, type LocalDate } from '~/platform/local-date';
import {
  countNextRenewals,
  countOpenAwards,
  findNextRenewals,
  type NextRenewalCursor,
  type NextRenewalRow,
} from './data/next-renewals.server';
import { earliestEnds } from './rules/next-renewal';

export type NextRenewals = {
  rows: NextRenewalRow[];
  /** Licences whose next period cannot begin before the day. */
  due: number;
  /** Licences that could still be renewed before it, and whose renewal stays possible after it. */
  late: number;
  /** Open applications for the level itself; they are decided by the rules they were made under. */
  openAwards: number;
  next: string | null;
};

type Input = {
  levelId: string;
  /** The first day of the rules asked for. */
  from: LocalDate;
  /** The first day of the rules after them; null when none follow. */
  before: LocalDate | null;
  /** Components that are looked for: a row says which of them are not live today. */
  components: readonly string[];
  after?: string;
};

const PAGE = 50;

/** '<last day>_<period id>'; null for anything else. */
function readCursor(text: string | undefined): NextRenewalCursor | null {
  const [until = '', periodId = ''] = (text ?? '').split('_');
  return isLocalDate(until) && isId(periodId) ? { until, periodId } : null;
}

/**
 * Whose next period would begin under the rules of a level that begin on `from`: the newest period of every award that
 * is not revoked, what ends first stands first, one page. For registrars of the whole framework. Throws
 * `applications.not-a-registrar`, `frameworks.level-not-found`.
 */
export async function listNextRenewals(ctx: Ctx, input: Input): Promise<NextRenewals> {
  const levels = await listLevels(ctx);
  const level = levels.find(({ id }) => id === input.levelId);
  if (!level) throw new DomainError('not-found', 'frameworks.level-not-found');
  if (!isWithin(scopeOf(ctx.actor, levels), { levelId: level.id, path: '' }))
    throw new DomainError('forbidden', 'applications.not-a-registrar');
  const question = questionOf(ctx, level, input);
  const rows = await findNextRenewals(ctx.db, question, readCursor(input.after), PAGE + 1);
  const last = rows.slice(0, PAGE).at(-1);
  return {
    rows: rows.slice(0, PAGE),
    ...(await countNextRenewals(ctx.db, question)),
    openAwards: await countOpenAwards(ctx.db, level.id),
    next: rows.length > PAGE && last ? `${last.until}_${last.periodId}` : null,
  };
}

const questionOf = (ctx: Ctx, level: Level, { from, before, components }: Input) => ({
  levelId: level.id,
  from,
  before,
  components,
  today: ctx.clock.today(level.framework.zone),
  ends: earliestEnds(level.ruleSets, from),
});
