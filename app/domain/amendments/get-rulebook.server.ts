import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { listAmendments } from './data/amendments.server';
import { explainComing, explainOpen } from './data/explained.server';
import { canAmend, canReadRulebooks } from './policy';
import { amendmentState } from './rules/amendment-state';
import type { Rulebook } from './types';

const SHOWN = 20;

/**
 * A level with its rules in force, coming and drafted, and what became of the last amendments. For registrars. Throws
 * `amendments.not-a-registrar`, `frameworks.level-not-found`.
 */
export async function getRulebook(ctx: Ctx, { level: slug }: { level: string }): Promise<Rulebook> {
  if (!canReadRulebooks(ctx.actor)) throw new DomainError('forbidden', 'amendments.not-a-registrar');
  const levels = await listLevels(ctx);
  const level = levels.find((each) => each.slug === slug);
  if (!level) throw new DomainError('not-found', 'frameworks.level-not-found');
  const today = ctx.clock.today(level.framework.zone);
  const mayAmend = canAmend(ctx.actor, level);
  const amendments = await listAmendments(ctx.db, level.id, SHOWN);
  const open = amendments.find(({ closedAt }) => closedAt === null);
  return {
    level,
    levels,
    today,
    coming: await explainComing(ctx, level, levels, today),
    open: open ? await explainOpen(ctx, open, { level, levels, mayAmend }) : null,
    closed: amendments.flatMap(({ id, kind, closedAt, acts }) =>
      closedAt ? [{ id, kind, state: amendmentState(acts), closedAt }] : [],
    ),
    mayAmend,
  };
}
