import type { Ctx } from '../context';
import { Prisma } from '../db/client';
import './ports';

/** Raise it when texts are folded, stemmed or weighed in another way: every installation then writes its index anew. */
const INDEX_VERSION = 1;

/** Writes the whole index anew from what the domains hold. Searches go on meanwhile. */
export async function rebuildIndex(ctx: Ctx): Promise<void> {
  for (const writeAll of ctx.ports.searchSources) await writeAll(ctx);
  await ctx.db.$executeRaw(Prisma.sql`
    INSERT INTO search_state (id, version) VALUES (1, ${INDEX_VERSION})
    ON CONFLICT (id) DO UPDATE SET version = excluded.version`);
}

/** Rebuilds when the database holds an index of an older make, or none yet. Answers whether it did. */
export async function ensureIndex(ctx: Ctx): Promise<boolean> {
  const state = await ctx.db.searchState.findUnique({ where: { id: 1 } });
  if (state?.version === INDEX_VERSION) return false;
  await rebuildIndex(ctx);
  return true;
}
