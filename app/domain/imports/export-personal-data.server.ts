import type { Ctx } from '~/platform/context';
import { selectPapers } from './data/made.server';

/** The old papers of a person that were imported, for the person's own export. The caller has checked who asks. */
export async function exportPersonalData(
  ctx: Ctx,
  { personId }: { personId: string },
): Promise<Record<string, unknown>> {
  return { papers: await selectPapers(ctx, { personId }) };
}
