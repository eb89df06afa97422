import type { Db } from '../context';
import { Prisma } from '../db/client';
import type { DocumentRow } from './document-rows';
import type { DocumentKind, SearchAudience } from './types';

/** Rows of one statement: their texts stay within a few megabytes. */
const AT_ONCE = 500;

/** Writes the rows and their suggestion keys, a few hundred in each statement. */
export async function insertRows(db: Db, rows: readonly DocumentRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const json = JSON.stringify(rows.slice(from, from + AT_ONCE));
    await db.$executeRaw(Prisma.sql`
      WITH given AS (
        SELECT * FROM jsonb_to_recordset(${json}::jsonb) AS r (
          id uuid, kind text, shelf smallint, thing_id text, is_inner boolean, lang text, is_machine boolean,
          group_key text, audience text, available_until date, path text, seconds int, title text, title_lang text,
          title_folded text, text text, technique_ids text[], term_ids text[], configuration text,
          words_a text, words_b text, words_c text, ready text, keys text[])
      ), written AS (
        INSERT INTO search_document (id, kind, shelf, thing_id, is_inner, lang, is_machine, group_key, audience,
          available_until, path, seconds, title, title_lang, title_folded, text, technique_ids, term_ids, vector)
        SELECT id, kind, shelf, thing_id, is_inner, lang, is_machine, group_key, audience, available_until, path,
          seconds, title, title_lang, title_folded, text, technique_ids, term_ids,
          CASE configuration WHEN 'simple' THEN ''::tsvector ELSE
            setweight(to_tsvector(configuration::regconfig, words_a), 'A')
            || setweight(to_tsvector(configuration::regconfig, words_b), 'B')
            || setweight(to_tsvector(configuration::regconfig, words_c), 'C')
          END || ready::tsvector
        FROM given
      )
      INSERT INTO search_key (document_id, lang, shelf, key)
      SELECT id, lang, shelf, key FROM given CROSS JOIN LATERAL unnest(keys) AS key`);
  }
}

export async function deleteDocuments(db: Db, kind: DocumentKind, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db.searchDocument.deleteMany({ where: { kind, thingId: { in: [...ids] } } });
}

/** The same in one language only. */
export async function deleteDocumentsIn(
  db: Db,
  kind: DocumentKind,
  ids: readonly string[],
  lang: string,
): Promise<void> {
  if (ids.length === 0) return;
  await db.searchDocument.deleteMany({ where: { kind, thingId: { in: [...ids] }, isInner: false, lang } });
}

/** Marks the captions of a group in one language as a machine's, or no longer. */
export async function labelRows(
  db: Db,
  { group, lang, isMachine }: { group: string; lang: string; isMachine: boolean },
): Promise<void> {
  await db.searchDocument.updateMany({
    where: { groupKey: group, kind: 'caption', lang, isMachine: !isMachine },
    data: { isMachine },
  });
}

export async function deleteGroup(
  db: Db,
  group: string,
  only: { kind?: DocumentKind | { not: DocumentKind }; lang?: string } = {},
): Promise<void> {
  await db.searchDocument.deleteMany({ where: { groupKey: group, ...only } });
}

/** Who may read what a group says. */
export type Readers = { audience: SearchAudience; availableUntil: string | null };

/** Who may read the captions of a group: kept with it, so that captions may come before and after the recording. */
export async function findReaders(db: Db, group: string): Promise<Readers> {
  const [row] = await db.$queryRaw<Readers[]>(Prisma.sql`
    SELECT audience, available_until::text AS "availableUntil" FROM search_group WHERE key = ${group}`);
  return row ?? { audience: 'nobody', availableUntil: null };
}

export async function setReaders(db: Db, group: string, readers: Readers): Promise<void> {
  const { audience, availableUntil } = readers;
  await db.$executeRaw(Prisma.sql`
    INSERT INTO search_group (key, audience, available_until)
    VALUES (${group}, ${audience}, ${availableUntil}::date)
    ON CONFLICT (key) DO UPDATE SET audience = excluded.audience, available_until = excluded.available_until`);
  await db.$executeRaw(Prisma.sql`
    UPDATE search_document SET audience = ${audience}, available_until = ${availableUntil}::date
    WHERE group_key = ${group} AND kind = 'caption'`);
}
