import type { Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import type { Holder, HolderFacts } from '../types';

/** In one statement, in the order of their ids; the place of each is noted beside the periods, too. */
export async function saveHolders(db: Db, facts: readonly HolderFacts[]): Promise<void> {
  const rows = [...facts]
    .sort((a, b) => (a.personId < b.personId ? -1 : 1))
    .map(({ mail: _mail, ...holder }) => holder);
  if (rows.length === 0) return;
  await db.$executeRaw(Prisma.sql`
    WITH kept AS (
      INSERT INTO holder (person_id, display_name, latin_name, folded_names, organisation_id, path)
      SELECT "personId", "displayName", "latinName", "foldedNames", "organisationId", path
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row ("personId" uuid, "displayName" text, "latinName" text,
        "foldedNames" text, "organisationId" uuid, path text)
      ON CONFLICT (person_id) DO UPDATE SET display_name = excluded.display_name, latin_name = excluded.latin_name,
        folded_names = excluded.folded_names, organisation_id = excluded.organisation_id, path = excluded.path
      RETURNING person_id, path
    )
    UPDATE licence_period p SET path = k.path FROM qualification q JOIN kept k ON k.person_id = q.person_id
    WHERE q.id = p.qualification_id AND p.path <> k.path`);
}

export const findHolder = (db: Db, personId: string): Promise<Holder | null> =>
  db.holder.findUnique({ where: { personId }, omit: { foldedNames: true } });

export const isHolder = async (db: Db, personId: string): Promise<boolean> =>
  (await db.holder.count({ where: { personId } })) > 0;
