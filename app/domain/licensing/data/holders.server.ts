import type { Ctx, Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import { newId } from '~/platform/ids';
import type { Holder, HolderFacts } from '../types';

/** Takes names and place over; a place that is new joins the history of places. The holder's row is locked until commit. */
export async function saveHolder(tx: Ctx, { mail: _mail, personId, ...facts }: HolderFacts): Promise<void> {
  const { db, clock } = tx;
  await db.holder.upsert({ where: { personId }, create: { personId, ...facts }, update: facts });
  await db.$executeRaw(Prisma.sql`
    INSERT INTO holder_place (id, person_id, path, recorded_at)
    SELECT ${newId()}::uuid, ${personId}::uuid, ${facts.path}, ${clock.now()}::timestamptz
    WHERE ${facts.path} IS DISTINCT FROM (SELECT l.path FROM holder_place l WHERE l.person_id = ${personId}::uuid
      ORDER BY l.recorded_at DESC, l.id DESC LIMIT 1)`);
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

/** Every place at which licensing knew a person, with the moment it was written down, oldest first. */
export const listPlacesOf = (db: Db, personId: string): Promise<{ path: string; recordedAt: Date }[]> =>
  db.holderPlace.findMany({
    where: { personId },
    select: { path: true, recordedAt: true },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
  });
