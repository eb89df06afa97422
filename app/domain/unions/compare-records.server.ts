import type { Ctx } from '~/platform/context';
import { compared } from './data/compared.server';
import { keysOf, reachBoth } from './data/reach.server';
import { isOwnUnion } from './policy';
import type { ComparedRecord } from './types';

export type Comparison = {
  one: ComparedRecord;
  two: ComparedRecord;
  keys: 1 | 2;
  /** One of them is the reader, who must not join them. */
  isOwn: boolean;
};

/** Two records side by side, for a registrar who reaches both. Throws `licensing.not-a-registrar`, `unions.person-not-found`. */
export async function compareRecords(
  ctx: Ctx,
  { one, two }: { one: string; two: string },
): Promise<Comparison> {
  const { actor, levels, ...reached } = await reachBoth(ctx, one, two);
  return {
    one: await compared(ctx, reached.one, levels),
    two: await compared(ctx, reached.two, levels),
    keys: keysOf([reached.one, reached.two], levels),
    isOwn: isOwnUnion(actor, { keptId: one, absorbedId: two }),
  };
}
