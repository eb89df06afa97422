import type { Ctx } from '~/platform/context';
import { countMissing as count } from './data/persons.server';

/** How many minors are shown in a recording without a consent. */
export const countMissing = (ctx: Ctx, { recordingId }: { recordingId: string }): Promise<number> =>
  count(ctx.db, recordingId);
