// @ts-check
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { inRoot } from '../project.mjs';

/** @typedef {import('../migrate.mjs').Migration} Migration */
/** @typedef {{ path: string, content: string }} SchemaFile */

/** Files of a multi-file schema: schema.prisma and models/*.prisma. @param {string} folder @returns {SchemaFile[]} */
export function readSchema(folder = inRoot('prisma')) {
  const models = path.join(folder, 'models');
  const names = fs.existsSync(models)
    ? fs
        .readdirSync(models)
        .filter((name) => name.endsWith('.prisma'))
        .sort()
    : [];
  return [path.join(folder, 'schema.prisma'), ...names.map((name) => path.join(models, name))].map(
    (file) => ({
      path: file,
      content: fs.readFileSync(file, 'utf8'),
    }),
  );
}

/**
 * SQL that leads from the migrations' result to the schema; '' when they agree.
 * @param {Migration[]} migrations
 * @param {SchemaFile[]} files
 * @returns {Promise<string>}
 */
export async function diffSchema(migrations, files) {
  const engine = await startEngine(migrations, files);
  try {
    const result = await engine.diff({
      from: migrations.length === 0 ? { tag: 'empty' } : { tag: 'migrations', ...listOf(migrations) },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      shadowDatabaseUrl: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    return result.exitCode === 2 ? (result.stdout ?? '') : '';
  } finally {
    engine.free();
  }
}

/**
 * A database in memory with the extensions and ICU collations that the migrations ask for.
 * @param {Migration[]} migrations
 * @returns {Promise<PGlite>} caller closes it
 */
export async function openMemoryDatabase(migrations) {
  const sql = migrations.map((migration) => migration.sql).join('\n');
  /** @type {Record<string, any>} */
  const extensions = {};
  for (const [, name] of sql.matchAll(/CREATE EXTENSION\s+(?:IF NOT EXISTS\s+)?"?([\w-]+)"?/gi)) {
    const key = (name ?? '').replaceAll('-', '_');
    extensions[key] = (await import(`@electric-sql/pglite/contrib/${key}`))[key];
  }
  empty ??= makeEmpty();
  const database = await PGlite.create({ extensions, loadDataDir: await empty });
  for (const name of new Set([...sql.matchAll(/COLLATE\s+"([\w-]+-x-icu)"/gi)].map((match) => match[1]))) {
    const { rows } = await database.query('SELECT 1 FROM pg_collation WHERE collname = $1', [name]);
    if (rows.length === 0) await database.exec(`CREATE COLLATION "${name}" FROM "C"`);
  }
  return database;
}

/** An empty database takes seconds to make and much less to copy. @type {Promise<Blob> | undefined} */
let empty;

async function makeEmpty() {
  const database = await PGlite.create();
  try {
    return await database.dumpDataDir('none');
  } finally {
    await database.close();
  }
}

/** @param {Migration[]} migrations @param {SchemaFile[]} files */
async function startEngine(migrations, files) {
  loading ??= loadEngine();
  const { SchemaEngine } = await loading;
  /** The engine opens a second connection that a comparison of files never uses. @type {ReturnType<typeof connectMemory> | undefined} */
  let only;
  const connect = () => {
    only ??= connectMemory(migrations);
    return only;
  };
  const factory = /** @type {any} */ ({
    provider: 'postgres',
    adapterName: 'pglite',
    connect,
    connectToShadowDb: connect,
  });
  const datamodels = files.map((file) => [file.path, file.content]);
  return SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(factory));
}

/** The glue code keeps one instance for the whole process. @type {Promise<any> | undefined} */
let loading;

async function loadEngine() {
  const folder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  const glue = await import(pathToFileURL(path.join(folder, 'schema_engine_bg.js')).href);
  const wasm = new WebAssembly.Module(fs.readFileSync(path.join(folder, 'schema_engine_bg.wasm')));
  const instance = new WebAssembly.Instance(wasm, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: () => {} } });
  /** @type {any} */ (instance.exports).__wbindgen_start();
  return glue;
}

/** The adapter's own executeScript hides errors of a script. @param {Migration[]} migrations */
async function connectMemory(migrations) {
  const database = await openMemoryDatabase(migrations);
  const adapter = await new PrismaPGlite(/** @type {any} */ (database)).connect();
  adapter.executeScript = async (script) => void (await database.exec(script));
  return adapter;
}

/** @param {Migration[]} migrations */
function listOf(migrations) {
  return {
    baseDir: inRoot('prisma/migrations'),
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
}
