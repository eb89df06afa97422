import type { Ctx } from '~/platform/context';
import { findHolder as find } from './data/holders.server';
import type { Holder } from './types';

/** The names and the place that licensing keeps of a person; null for one it does not know. The caller authorises. */
export async function findHolder(ctx: Ctx, { personId }: { personId: string }): Promise<Holder | null> {
  return find(ctx.db, personId);
}
