import type { Client } from 'pg';
import type { DatabaseShape } from './backup-format';

/** Signs of life of processes: they mean nothing elsewhere. */
const PASSING = ['worker_heartbeat'];

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The bookkeeping of migrations; it exists before anything else. */
export const BOOKKEEPING = '_prisma_migrations';

const TABLES = `
  SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> ALL($1)
  GROUP BY c.relname ORDER BY c.relname COLLATE "C"`;

const SEQUENCES = `
  SELECT c.relname AS name FROM pg_class c
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'S' ORDER BY c.relname COLLATE "C"`;

/** What a database holds, by names only. */
export async function readShape(client: Client): Promise<DatabaseShape> {
  const { rows: tables } = await client.query<DatabaseShape['tables'][number]>(TABLES, [PASSING]);
  const { rows: migrations } = await client.query<DatabaseShape['migrations'][number]>(
    `SELECT migration_name AS name, checksum FROM ${quoted(BOOKKEEPING)}
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name COLLATE "C"`,
  );
  const sequences: DatabaseShape['sequences'] = [];
  for (const { name } of (await client.query<{ name: string }>(SEQUENCES)).rows) {
    const { rows } = await client.query<{ last: string; isCalled: boolean }>(
      `SELECT last_value::text AS last, is_called AS "isCalled" FROM ${quoted(name)}`,
    );
    if (rows[0]) sequences.push({ name, ...rows[0] });
  }
  return { migrations, tables, sequences };
}

/** Whether there is a table besides those that every start makes before the first migration. */
export async function isEmptyDatabase(client: Client): Promise<boolean> {
  const { rowCount } = await client.query(TABLES, [[BOOKKEEPING]]);
  if (rowCount) return false;
  const { rows } = await client.query<{ made: string | null }>('SELECT to_regclass($1)::text AS made', [
    quoted(BOOKKEEPING),
  ]);
  if (rows[0]?.made === null) return true;
  return ((await client.query(`SELECT 1 FROM ${quoted(BOOKKEEPING)} LIMIT 1`)).rowCount ?? 0) === 0;
}

export type ForeignKey = { table: string; name: string; definition: string };

/** Every foreign key between tables of the product, as its own definition. */
export async function listForeignKeys(client: Client): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(`
    SELECT c.relname AS "table", k.conname AS name, pg_get_constraintdef(k.oid) AS definition
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
    WHERE k.contype = 'f' AND c.relnamespace = 'public'::regnamespace AND k.conparentid = 0
    ORDER BY c.relname COLLATE "C", k.conname COLLATE "C"`);
  return rows;
}
