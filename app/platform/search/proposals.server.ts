import type { Lang } from '~/i18n/locales';
import { type Ctx, inTransaction } from '../context';
import { Prisma } from '../db/client';

export type Proposal = { title: string; lang: Lang; path: string };

/** Titles that look like a mistyped query: the nearest of those whose trigrams meet it. */
export function proposalsQuery(folded: string, today: string): Prisma.Sql {
  return Prisma.sql`
    SELECT title, lang, path FROM (
      SELECT DISTINCT ON (kind, thing_id) title, title_lang AS lang, path, word_similarity(${folded}, title_folded) AS likeness
      FROM search_document
      WHERE shelf < 3 AND NOT is_inner AND ${folded} <% title_folded AND audience = 'public' AND title <> ''
        AND (available_until IS NULL OR available_until >= ${today}::date)
      ORDER BY kind, thing_id, likeness DESC LIMIT 200) near
    ORDER BY likeness DESC, title COLLATE "C" LIMIT 5`;
}

/** Two mistakes in a word of eight letters leave about this much of it. */
const LIKENESS = '0.4';

export const listProposals = (ctx: Ctx, folded: string, today: string): Promise<Proposal[]> =>
  inTransaction(ctx, async ({ db }) => {
    await db.$queryRaw(Prisma.sql`SELECT set_config('pg_trgm.word_similarity_threshold', ${LIKENESS}, true)`);
    return db.$queryRaw<Proposal[]>(proposalsQuery(folded, today));
  });
