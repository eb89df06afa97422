import type { Ctx } from '~/platform/context';
import { findChoice, listPositions } from './data/viewing.server';

/** What is kept of a person's viewing, for the export of own data; the caller knows whose it is. */
export async function exportViewing(
  ctx: Ctx,
  { personId }: { personId: string },
): Promise<Record<string, unknown>> {
  return { positions: await listPositions(ctx.db, personId), choice: await findChoice(ctx.db, personId) };
}
