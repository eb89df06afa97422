import { LRUCache } from 'lru-cache';
import type { Ctx } from '~/platform/context';
import '../ports';
import type { WithdrawnPart } from '../ports';

/** Milliseconds for which a process may not yet know that a part was withdrawn; a minute is promised. */
const KNOWN_FOR = 10_000;

const known = new WeakMap<object, LRUCache<string, readonly WithdrawnPart[]>>();

/** The parts that are still to be seen in a version and must not be. Asked for every segment, so kept for ten seconds. */
export async function partsToWithhold(
  ctx: Ctx,
  { assetId, version }: { assetId: string; version: number },
): Promise<readonly WithdrawnPart[]> {
  const kept =
    known.get(ctx.storage) ?? new LRUCache<string, readonly WithdrawnPart[]>({ max: 2_000, ttl: KNOWN_FOR });
  known.set(ctx.storage, kept);
  const parts = kept.get(assetId) ?? (await ctx.ports.withdrawnSpans(ctx, assetId));
  kept.set(assetId, parts, { noUpdateTTL: true });
  return parts.filter(({ cutVersion }) => cutVersion === null || cutVersion > version);
}
