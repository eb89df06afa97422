import type { Ctx } from '~/platform/context';
import { listEvidenceOf } from './data/evidence.server';
import { listSheetsOf } from './data/score-sheets.server';

/** Everything evidence holds about a person, for the person's own export. The caller has checked who asks. */
export async function exportPersonalData(
  ctx: Ctx,
  { personId }: { personId: string },
): Promise<Record<string, unknown>> {
  return {
    evidence: await listEvidenceOf(ctx.db, [personId], null),
    scoreSheets: await listSheetsOf(ctx.db, personId),
  };
}
