// @ts-check

/** Everything of a database's public schema: kind → name → definition. @typedef {Map<string, Map<string, string>>} Catalogue */

/** What prisma/beyond-schema.json lists: kind → names. @typedef {Partial<Record<string, string[]>>} Beyond */

/** Kinds as they are called in prisma/beyond-schema.json. */
export const KINDS = [
  'tables',
  'columns',
  'foreignKeys',
  'constraints',
  'indexes',
  'enums',
  'views',
  'sequences',
  'triggers',
  'functions',
];

const CATALOGUE = `
WITH space AS (SELECT oid FROM pg_namespace WHERE nspname = 'public'),
extension_objects AS (SELECT objid FROM pg_depend WHERE deptype = 'e')
SELECT 'tables' AS kind, c.relname::text AS name, '' AS definition FROM pg_class c, space
  WHERE c.relnamespace = space.oid AND c.relkind IN ('r', 'p')
UNION ALL
SELECT 'columns', c.relname || '.' || a.attname,
    concat_ws(' ', format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN 'NOT NULL' END, pg_get_expr(d.adbin, d.adrelid),
      nullif(a.attgenerated, ''), nullif(a.attidentity, ''), CASE WHEN a.attcollation <> t.typcollation THEN l.collname END)
  FROM pg_class c JOIN space ON c.relnamespace = space.oid JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  LEFT JOIN pg_collation l ON l.oid = a.attcollation WHERE c.relkind IN ('r', 'p')
UNION ALL
SELECT CASE k.contype WHEN 'f' THEN 'foreignKeys' ELSE 'constraints' END, k.conname, c.relname || ' ' || pg_get_constraintdef(k.oid)
  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN space ON k.connamespace = space.oid WHERE k.contype IN ('p', 'u', 'f', 'c', 'x')
UNION ALL
SELECT 'indexes', c.relname, pg_get_indexdef(c.oid) FROM pg_class c JOIN space ON c.relnamespace = space.oid
  WHERE c.relkind IN ('i', 'I') AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = c.oid AND k.contype IN ('p', 'u', 'x'))
UNION ALL
SELECT 'enums', t.typname, string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder)
  FROM pg_type t JOIN space ON t.typnamespace = space.oid JOIN pg_enum e ON e.enumtypid = t.oid GROUP BY t.typname
UNION ALL
SELECT 'views', c.relname, pg_get_viewdef(c.oid) FROM pg_class c JOIN space ON c.relnamespace = space.oid
  WHERE c.relkind IN ('v', 'm') AND c.oid NOT IN (SELECT objid FROM extension_objects)
UNION ALL
SELECT 'sequences', c.relname, '' FROM pg_class c JOIN space ON c.relnamespace = space.oid WHERE c.relkind = 'S'
UNION ALL
SELECT 'triggers', g.tgname, pg_get_triggerdef(g.oid) FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid JOIN space ON c.relnamespace = space.oid
  WHERE NOT g.tgisinternal
UNION ALL
SELECT 'functions', p.proname, pg_get_functiondef(p.oid) FROM pg_proc p JOIN space ON p.pronamespace = space.oid
  WHERE p.prokind IN ('f', 'p') AND p.oid NOT IN (SELECT objid FROM extension_objects)`;

/**
 * Read what a database holds.
 * @param {(sql: string) => Promise<{ rows: unknown[] }>} query
 * @returns {Promise<Catalogue>}
 */
export async function readCatalogue(query) {
  const { rows } = await query(CATALOGUE);
  /** @type {Catalogue} */
  const catalogue = new Map(KINDS.map((kind) => [kind, new Map()]));
  for (const row of /** @type {{ kind: string, name: string, definition: string }[]} */ (rows)) {
    if (row.name.startsWith('_prisma_migrations')) continue;
    catalogue.get(row.kind)?.set(row.name, row.definition);
  }
  return catalogue;
}

/**
 * Compare what the migrations make with what the schema describes.
 * @param {Catalogue} made by the migrations
 * @param {Catalogue} described by the schema
 * @param {Beyond} beyond hand-written objects that the schema cannot describe
 * @returns {string[]} one sentence per difference, [] when they agree
 */
export function compareCatalogues(made, described, beyond) {
  return KINDS.flatMap((kind) =>
    compareKind(kind, made.get(kind) ?? new Map(), described.get(kind) ?? new Map(), beyond[kind] ?? []),
  );
}

/** @param {string} kind @param {Map<string, string>} made @param {Map<string, string>} described @param {string[]} listed */
function compareKind(kind, made, described, listed) {
  const problems = [];
  for (const name of new Set([...made.keys(), ...described.keys(), ...listed])) {
    const problem = judge(made.get(name), described.get(name), listed.includes(name));
    if (problem) problems.push(`${kind}: ${name} ${problem}`);
  }
  return problems;
}

/** @param {string | undefined} made @param {string | undefined} described @param {boolean} listed */
function judge(made, described, listed) {
  if (listed && made === undefined)
    return 'is listed in prisma/beyond-schema.json, but the migrations do not make it';
  if (listed && made === described)
    return 'is listed in prisma/beyond-schema.json, but the schema describes it already';
  if (listed || made === described) return null;
  if (made === undefined) return 'is described by the schema, but the migrations do not make it';
  if (described === undefined)
    return 'is made by the migrations, but neither the schema nor prisma/beyond-schema.json knows it';
  return `differs: the migrations make "${made}", the schema describes "${described}"`;
}
