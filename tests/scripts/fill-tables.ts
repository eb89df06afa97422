import type pg from 'pg';

const ROWS = 3;

type Column = { table: string; name: string; type: string; kind: string; label: string | null };

/** Columns whose check wants another value than their type gives, by `table.column`. */
const EXCEPTIONS: Record<string, string> = {
  'appeal.decision_id': 'NULL',
  'appeal.request_act_id': 'NULL',
  'appeal.request_id': 'NULL',
  'code_version.number': 'NULL',
  'decision.proposer_id': 'NULL',
  'proposal.decider_id': 'NULL',
  'import_pair.other_row': 'NULL',
  'mux_asset.state': "'ready'",
  'person_union.kept_id': "'00000000-0000-7000-8000-000000000001'",
  'person_union.absorbed_id': "'00000000-0000-7000-8000-000000000002'",
  'person_union.declined_at': 'NULL',
  'person_union.keys': '1',
  'score_sheet.second_signer_id': 'NULL',
  'technique_relation.from_id': "'v1'",
  'technique_relation.to_id': "'v2'",
  'withdrawn_span.end_ms': '1000',
};

const COLUMNS = `SELECT c.relname AS "table", a.attname AS name, format_type(a.atttypid, NULL) AS type, t.typtype AS kind,
    (SELECT enumlabel FROM pg_enum e WHERE e.enumtypid = t.oid ORDER BY enumsortorder LIMIT 1) AS label
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND a.attidentity <> 'a'
  JOIN pg_type t ON t.oid = a.atttypid
  WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> '_prisma_migrations'
  ORDER BY c.relname, a.attnum`;

const BY_TYPE: Record<string, (row: number) => string> = {
  uuid: (row) => `'00000000-0000-7000-8000-00000000000${row}'`,
  boolean: () => 'true',
  jsonb: () => `'{}'`,
  json: () => `'{}'`,
  bytea: () => `'\\x00'`,
  date: (row) => `'2026-01-1${row}'`,
  int4multirange: () => `'{[1,9)}'`,
  inet: () => `'127.0.0.1'`,
};

/** The n-th row refers to the n-th row everywhere, so that every foreign key, known or still to come, holds. */
function fillerOf({ table, name, type, kind, label }: Column, row: number): string {
  const exception = EXCEPTIONS[`${table}.${name}`];
  if (exception) return exception;
  if (type.endsWith('[]')) return `'{}'`;
  if (kind === 'e') return `'${label}'`;
  if (/^(smallint|integer|bigint|numeric|real|double precision)/.test(type)) return String(row);
  if (/^timestamp/.test(type)) return `'2026-01-15 09:00:00'`;
  return BY_TYPE[type]?.(row) ?? `'v${row}'`;
}

/**
 * Puts three rows into every table but the given ones, every column filled. Foreign keys are not checked
 * while it writes. Returns the names of the tables.
 */
export async function fillTables(client: pg.Client, except: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<Column>(COLUMNS);
  const tables = [...new Set(rows.map(({ table }) => table))].filter((table) => !except.includes(table));
  await client.query('SET session_replication_role = replica');
  for (const table of tables) {
    const columns = rows.filter((column) => column.table === table);
    const names = columns.map(({ name }) => `"${name}"`).join(', ');
    for (let row = 1; row <= ROWS; row += 1) {
      const values = columns.map((column) => fillerOf(column, row)).join(', ');
      await client.query(`INSERT INTO "${table}" (${names}) VALUES (${values})`).catch((error: Error) => {
        throw new Error(`${table}: ${error.message}`);
      });
    }
  }
  await client.query('SET session_replication_role = origin');
  return tables;
}
