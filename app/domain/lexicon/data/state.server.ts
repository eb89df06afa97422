import type { Ctx } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import { raiseContentVersion } from '~/platform/db/content-version.server';

/**
 * Called first by every write: others wait until this one is done, prepared indexes of names are built anew, and
 * pages kept for visitors are drawn anew.
 */
export async function openForWriting(tx: Ctx): Promise<void> {
  await tx.db.$executeRaw(Prisma.sql`UPDATE lexicon_state SET version = version + 1 WHERE id = 1`);
  await raiseContentVersion(tx);
}

/** The version that prepared indexes are compared with. */
export async function readLexiconVersion(ctx: Ctx): Promise<string> {
  const [row] = await ctx.query<{ version: string }>(
    { name: 'lexicon-version', text: 'SELECT version::text AS version FROM lexicon_state WHERE id = 1' },
    [],
  );
  return row?.version ?? '0';
}
