import type { Ctx } from '~/platform/context';
import { localDateOf } from '~/platform/local-date';
import { listDoubtful, listFacts } from './data/facts.server';
import { REGISTER_ZONE } from './data/refresh-entries.server';
import { newestList, STATUS_LIST_LENGTH } from './data/status-entries.server';
import { nextMidnight } from './rules/next-midnight';
import { statusBit } from './rules/status-bit';

/** Documents of one status list that do not hold now, by their places in it. */
export type Troubled = {
  revoked: number[];
  suspended: number[];
  /** When the clock alone changes one of them at the earliest. */
  changesAt: Date;
  /** Places of each list, and how many lists there are, from number 1. */
  length: number;
  lists: number;
};

/** So many facts are read at once. */
const BATCH = 1000;

/** Which places of a status list are revoked or suspended today, by `rules/status-bit.ts`. */
export async function listTroubled(ctx: Ctx, { listNo }: { listNo: number }): Promise<Troubled> {
  const now = ctx.clock.now();
  const places = new Map((await listDoubtful(ctx.query, listNo)).map(({ serial, index }) => [serial, index]));
  const [serials, zones] = [[...places.keys()], new Set([REGISTER_ZONE])];
  const found: Record<'revoked' | 'suspended', number[]> = { revoked: [], suspended: [] };
  for (let at = 0; at < serials.length; at += BATCH) {
    for (const facts of await listFacts(ctx.query, serials.slice(at, at + BATCH))) {
      zones.add(facts.zone);
      const bit = statusBit(facts, { on: localDateOf(now, facts.zone), knownAt: now.getTime() });
      const index = places.get(facts.serial);
      if (index !== undefined && bit) found[bit].push(index);
    }
  }
  const midnights = [...zones].map((zone) => nextMidnight(now, zone).getTime());
  const lists = await newestList(ctx.db);
  return { ...found, changesAt: new Date(Math.min(...midnights)), length: STATUS_LIST_LENGTH, lists };
}
