import type { Ctx } from '~/platform/context';
import { hashOf } from './data/identities.server';

/** What stands for each number where numbers are only compared; in the same order. */
export async function hashIins(ctx: Ctx, iins: readonly string[]): Promise<string[]> {
  return iins.map((iin) => hashOf(ctx, iin));
}
