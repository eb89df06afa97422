import type { Ctx } from '~/platform/context';
import { isLocalDate } from '~/platform/local-date';
import { findByDay } from './data/checkpoints.server';
import type { Checkpoint } from './types';

/** The checkpoint of a day as it stands in an address; null where there is none. They are public. */
export const findCheckpoint = async (ctx: Ctx, { day }: { day: string }): Promise<Checkpoint | null> =>
  isLocalDate(day) ? findByDay(ctx.db, day) : null;
