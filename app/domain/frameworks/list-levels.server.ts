import type { Ctx } from '~/platform/context';
import type { LocalDate } from '~/platform/local-date';
import { loadLevels } from './data/levels.server';
import { levelOn } from './rules/in-force';
import type { Level } from './types';

export type ListLevelsInput = {
  /** The day whose rules count; today in each framework's zone unless given. */
  on?: LocalDate;
};

/** Every level of every framework, lowest first, with the rules in force on the day. Public. */
export async function listLevels(ctx: Ctx, { on }: ListLevelsInput = {}): Promise<Level[]> {
  const levels = await loadLevels(ctx.db);
  return levels.map((level) => levelOn(level, on ?? ctx.clock.today(level.framework.zone)));
}
