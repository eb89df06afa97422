import { LRUCache } from 'lru-cache';
import { type Ctx, isClient } from '../context';
import type { PrismaClient } from './client';
import { CONTENT_VERSION } from './content-version.server';

type Entry<V> = { version: string; value: V };

async function versionNow({ query }: Ctx): Promise<string> {
  const [row] = await query<{ version: string }>(CONTENT_VERSION, []);
  return row?.version ?? '0';
}

/**
 * Reads of published content, kept by the process until content changes: every use case that changes what `load` reads
 * must raise the content version, and what `load` answers must depend on `key` alone, never on who asks or when. Each
 * read compares the version, in one statement, so that several processes stay right. Inside a transaction nothing is
 * kept. `max`: entries of one database.
 */
export function keptContent<V extends object>({ max }: { max: number }) {
  const byDatabase = new WeakMap<PrismaClient, LRUCache<string, Entry<V>>>();
  return async (ctx: Ctx, key: string, load: () => Promise<V>): Promise<V> => {
    const client = ctx.db;
    if (!isClient(client)) return load();
    const entries = byDatabase.get(client) ?? new LRUCache<string, Entry<V>>({ max });
    byDatabase.set(client, entries);
    const version = await versionNow(ctx);
    const known = entries.get(key);
    if (known?.version === version) return known.value;
    const value = await load();
    entries.set(key, { version, value });
    return value;
  };
}
