import type { Ctx } from '~/platform/context';
import { anyAsksForAge } from './data/rule-sets.server';

/** Whether rules in force at the moment, of any level, ask for an age. Public, as rules are. */
export const isAgeAsked = (ctx: Ctx): Promise<boolean> => anyAsksForAge(ctx.db, ctx.clock.now());
