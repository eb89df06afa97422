import { type Ctx, inTransaction } from '~/platform/context';
import { indexSeminar } from './data/index-seminar.server';
import { listPublishedSlugs } from './data/seminars.server';

/** Writes every public seminar into the search index anew, one transaction for each. */
export async function reindexSeminars(ctx: Ctx): Promise<void> {
  for (const seminar of await listPublishedSlugs(ctx.db))
    await inTransaction(ctx, (tx) => indexSeminar(tx, seminar));
}
