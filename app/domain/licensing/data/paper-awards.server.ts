import type { Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';

/** Those of the awards on which something rests: a renewal, an application, a decision, a sanction. */
export async function listTouchedAwards(db: Db, ids: readonly string[]): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT q.id::text AS id FROM qualification q
    WHERE q.id = ANY(${[...ids]}::uuid[]) AND (q.application_id IS NOT NULL
      OR EXISTS (SELECT 1 FROM licence_period p WHERE p.qualification_id = q.id AND p.no > 1)
      OR EXISTS (SELECT 1 FROM decision d WHERE d.qualification_id = q.id)
      OR EXISTS (SELECT 1 FROM suspension s WHERE s.qualification_id = q.id)
      OR EXISTS (SELECT 1 FROM revocation r WHERE r.qualification_id = q.id))`);
  return rows.map(({ id }) => id);
}

export async function deleteAwards(db: Db, ids: readonly string[]): Promise<void> {
  await db.licencePeriod.deleteMany({ where: { qualificationId: { in: [...ids] } } });
  await db.qualification.deleteMany({ where: { id: { in: [...ids] } } });
}
