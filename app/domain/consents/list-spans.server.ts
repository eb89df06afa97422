import type { Ctx } from '~/platform/context';
import { listSpans as listRows } from './data/spans.server';
import type { Span } from './types';

/** The withdrawn seconds of an asset in their order. They are no secret: the page says that a part was removed. */
export async function listSpans(ctx: Ctx, { assetId }: { assetId: string }): Promise<Span[]> {
  const rows = await listRows(ctx.db, assetId);
  return rows.map(({ id, startMs, endMs, cutVersion }) => ({ id, startMs, endMs, cutVersion }));
}
