import type { Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import type { Holder, HolderFacts } from '../types';

export async function saveHolder(db: Db, { mail: _mail, personId, ...facts }: HolderFacts): Promise<void> {
  await db.holder.upsert({ where: { personId }, create: { personId, ...facts }, update: facts });
  await placePeriods(db, Prisma.sql`q.person_id = ${personId}::uuid`);
}

/** Notes the holder's place beside the periods, where the index of last days needs it. `which`: of `p` and `q`. */
export async function placePeriods(db: Db, which: Prisma.Sql): Promise<void> {
  await db.$executeRaw(Prisma.sql`
    UPDATE licence_period p SET path = h.path FROM qualification q JOIN holder h ON h.person_id = q.person_id
    WHERE q.id = p.qualification_id AND p.path <> h.path AND ${which}`);
}

export const findHolder = (db: Db, personId: string): Promise<Holder | null> =>
  db.holder.findUnique({ where: { personId }, omit: { foldedNames: true } });

export const isHolder = async (db: Db, personId: string): Promise<boolean> =>
  (await db.holder.count({ where: { personId } })) > 0;

/** Of people who are removed whole. */
export const deleteHolders = async (db: Db, personIds: readonly string[]): Promise<void> =>
  void (await db.holder.deleteMany({ where: { personId: { in: [...personIds] } } }));
