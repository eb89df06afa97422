import type { PeriodDocument } from '~/domain/licensing/types';
import type { Ctx } from '~/platform/context';
import { listByQualifications } from './data/credentials.server';

/** Public documents by qualification id, newest first; qualifications without one are left out. The caller authorises. */
export async function listDocuments(
  ctx: Ctx,
  { qualificationIds }: { qualificationIds: readonly string[] },
): Promise<ReadonlyMap<string, readonly PeriodDocument[]>> {
  const found = new Map<string, PeriodDocument[]>();
  if (qualificationIds.length === 0) return found;
  for (const { qualificationId, ...document } of await listByQualifications(ctx.db, qualificationIds)) {
    found.set(qualificationId, [...(found.get(qualificationId) ?? []), document]);
  }
  return found;
}
