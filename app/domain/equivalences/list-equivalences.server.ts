import { listExternals } from '~/domain/externals/list-externals.server';
import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Level } from '~/domain/frameworks/types';
import { isRegistrar } from '~/domain/licensing/policy';
import type { LocalizedText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { readCursor, writeCursor } from '~/platform/moment-cursor';
import { countEquivalences, findPage } from './data/equivalences.server';
import { type ListInput, listSchema } from './inputs';
import { mayRule } from './policy';
import { standingOf } from './rules/state';
import type { EquivalenceRow, EquivalenceState } from './types';

export type EquivalenceList = {
  rows: (EquivalenceRow & { state: EquivalenceState; level: Level | null; paper: LocalizedText | null })[];
  total: number;
  next: string | null;
  /** Whether the reader may propose one for some level. */
  mayPropose: boolean;
};

const PAGE = 50;

/** Equivalences for the office, one page: proposed and in force, oldest first, or closed, last first. Throws `equivalences.not-a-registrar`. */
export async function listEquivalences(ctx: Ctx, input: ListInput): Promise<EquivalenceList> {
  const { actor } = ctx;
  if (!isRegistrar(actor)) throw new DomainError('forbidden', 'equivalences.not-a-registrar');
  const { list, after } = listSchema.parse(input);
  const levels = await listLevels(ctx);
  const filter = { list, levelIds: levels.map(({ id }) => id) };
  const rows = await findPage(ctx.db, filter, readCursor(after), PAGE + 1);
  const names = new Map(
    (await listExternals(ctx)).flatMap((each) => each.levels).map((each) => [each.slug, each.name]),
  );
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
  const at = last && (list === 'closed' ? last.closedAt : last.proposedAt);
  return {
    rows: rows.slice(0, PAGE).map((row) => {
      const level = levels.find(({ id }) => id === row.levelId) ?? null;
      const state = standingOf(row, ctx.clock.today(level?.framework.zone ?? 'UTC'));
      return { ...row, state, level, paper: names.get(row.external) ?? null };
    }),
    total: await countEquivalences(ctx.db, filter),
    next: last && at ? writeCursor({ at, id: last.id }) : null,
    mayPropose: levels.some(({ framework }) => mayRule(actor, framework.path)),
  };
}
