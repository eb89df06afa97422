import type { Ctx, Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import { newId } from '~/platform/ids';
import type { Holder, HolderFacts } from '../types';

/**
 * Takes names and places over, in the order of their ids: the holders' rows are locked until commit. A place that is new
 * joins the history of places, and is noted beside the periods, too. Answers who was not known before.
 */
export async function saveHolders({ db, clock }: Ctx, facts: readonly HolderFacts[]): Promise<string[]> {
  const rows = [...facts]
    .sort((a, b) => (a.personId < b.personId ? -1 : 1))
    .map(({ mail: _mail, ...holder }) => ({ ...holder, placeId: newId() }));
  if (rows.length === 0) return [];
  const known = JSON.stringify(rows);
  const written = await db.$queryRaw<{ personId: string; isNew: boolean }[]>(Prisma.sql`
    INSERT INTO holder (person_id, display_name, latin_name, folded_names, organisation_id, path)
    SELECT "personId", "displayName", "latinName", "foldedNames", "organisationId", path
    FROM jsonb_to_recordset(${known}::jsonb) AS row ("personId" uuid, "displayName" text, "latinName" text,
      "foldedNames" text, "organisationId" uuid, path text)
    ON CONFLICT (person_id) DO UPDATE SET display_name = excluded.display_name, latin_name = excluded.latin_name,
      folded_names = excluded.folded_names, organisation_id = excluded.organisation_id, path = excluded.path
    RETURNING person_id::text AS "personId", xmax = 0 AS "isNew"`);
  await db.$executeRaw(Prisma.sql`
    WITH kept AS MATERIALIZED (
      SELECT "placeId" AS id, "personId" AS person_id, path
      FROM jsonb_to_recordset(${known}::jsonb) AS row ("placeId" uuid, "personId" uuid, path text)
    ), placed AS (
      INSERT INTO holder_place (id, person_id, path, recorded_at)
      SELECT k.id, k.person_id, k.path, ${clock.now()}::timestamptz FROM kept k
      WHERE k.path IS DISTINCT FROM (SELECT l.path FROM holder_place l WHERE l.person_id = k.person_id
        ORDER BY l.recorded_at DESC, l.id DESC LIMIT 1)
    )
    UPDATE licence_period p SET path = k.path FROM qualification q JOIN kept k ON k.person_id = q.person_id
    WHERE q.id = p.qualification_id AND p.path <> k.path`);
  return written.filter(({ isNew }) => isNew).map(({ personId }) => personId);
}

/** Locks the rows of those who are known, in the order of their ids. */
export async function lockHolders(db: Db, personIds: readonly string[]): Promise<void> {
  await db.$queryRaw(Prisma.sql`
    SELECT 1 FROM holder WHERE person_id = ANY(${[...personIds]}::uuid[]) ORDER BY person_id FOR UPDATE`);
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

/** Forgets people without any award; whoever has one stays. */
export async function deleteHolders(db: Db, personIds: readonly string[]): Promise<void> {
  const awarded = await db.qualification.findMany({
    where: { personId: { in: [...personIds] } },
    select: { personId: true },
  });
  const kept = new Set(awarded.map(({ personId }) => personId));
  const which = { where: { personId: { in: personIds.filter((id) => !kept.has(id)) } } };
  await db.holderPlace.deleteMany(which);
  await db.holder.deleteMany(which);
}
