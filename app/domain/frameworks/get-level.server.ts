import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { findLevel } from './data/levels.server';
import { levelOn } from './rules/in-force';
import type { Level } from './types';

/** One level with the rules in force today. Public. Throws `frameworks.level-not-found`. */
export async function getLevel(ctx: Ctx, { slug }: { slug: string }): Promise<Level> {
  const level = /^[a-z0-9-]{1,60}$/.test(slug) ? await findLevel(ctx.db, slug) : null;
  if (!level) throw new DomainError('not-found', 'frameworks.level-not-found');
  return levelOn(level, ctx.clock.today(level.framework.zone));
}
