// @ts-check
import fs from 'node:fs';
import path from 'node:path';
import { readMigrations } from '../migrate.mjs';
import { inRoot, readText } from '../project.mjs';
import { Refusal } from '../refusal.mjs';
import { compareCatalogues, KINDS, readCatalogue } from './schema-catalogue.mjs';
import { diffSchema, openMemoryDatabase, readSchema } from './schema-engine.mjs';

/** @typedef {import('../migrate.mjs').Migration} Migration */
/** @typedef {import('./schema-catalogue.mjs').Beyond} Beyond */
/** @typedef {import('./schema-catalogue.mjs').Catalogue} Catalogue */

/** Objects that hand-written SQL makes and the schema cannot describe. @param {string} folder @returns {Beyond} */
export function readBeyond(folder) {
  const beyond = JSON.parse(readText(path.join(folder, 'beyond-schema.json')) ?? '{}');
  const unknown = Object.keys(beyond).filter((kind) => !KINDS.includes(kind));
  if (unknown.length === 0) return beyond;
  throw new Refusal(
    `prisma/beyond-schema.json has an unknown kind ${unknown.join(', ')}; known are ${KINDS.join(', ')}.`,
  );
}

/**
 * Differences between what the migrations make and what the schema describes.
 * @param {string} [folder] holds schema.prisma, models, migrations, beyond-schema.json
 * @returns {Promise<string[]>} one sentence each, [] when they agree
 */
export async function checkMigrations(folder = inRoot('prisma')) {
  const { made, described } = await readBoth(folder);
  return compareCatalogues(made, described, readBeyond(folder));
}

/** What the migrations make and what the schema describes. @param {string} folder */
async function readBoth(folder) {
  const fresh = { name: '0', sql: await diffSchema([], readSchema(folder)), checksum: '' };
  return {
    made: await catalogueOf(readMigrations(path.join(folder, 'migrations'))),
    described: await catalogueOf([fresh]),
  };
}

/** @param {Migration[]} migrations */
async function catalogueOf(migrations) {
  const database = await openMemoryDatabase(migrations);
  try {
    for (const { name, sql } of migrations) {
      await database.exec(sql).catch((error) => {
        throw new Refusal(`Migration ${name} does not apply to an empty database: ${error.message}`);
      });
    }
    return await readCatalogue((sql) => database.query(sql));
  } finally {
    await database.close();
  }
}

/**
 * Write the migration that leads to the schema; hand-written objects are left alone.
 * @param {string} name lower case words joined by _
 * @param {string} [folder]
 * @param {Date} [now]
 * @returns {Promise<string | null>} path of its SQL file, null when nothing has changed
 */
export async function draftMigration(name, folder = inRoot('prisma'), now = new Date()) {
  if (!/^[a-z0-9]+(_[a-z0-9]+)*$/.test(name))
    throw new Refusal('Name the migration in lower case words joined by _, such as add_licence_period.');
  const migrations = path.join(folder, 'migrations');
  const { made, described } = await readBoth(folder);
  const beyond = readBeyond(folder);
  if (compareCatalogues(made, described, beyond).length === 0) return null;
  const kept = new Set([
    ...Object.values(beyond).flatMap((names) => names ?? []),
    ...equalIndexes(made, described),
  ]);
  const script = withoutKept(await diffSchema(readMigrations(migrations), readSchema(folder)), kept);
  if (script === '') return null;
  const stamp = now.toISOString().replace(/\D/g, '').slice(0, 14);
  const file = path.join(migrations, `${stamp}_${name}`, 'migration.sql');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, script);
  fs.writeFileSync(path.join(migrations, 'migration_lock.toml'), 'provider = "postgresql"\n');
  return file;
}

/** The engine makes an index with an operator class anew each time. @param {Catalogue} made @param {Catalogue} described */
function equalIndexes(made, described) {
  const indexes = [...(made.get('indexes') ?? [])];
  return indexes
    .filter(([name, definition]) => described.get('indexes')?.get(name) === definition)
    .map(([name]) => name);
}

/**
 * A script without the statements that would drop, or make anew, what shall stay as it is.
 * @param {string} script in blocks that begin with a comment such as "-- DropIndex"
 * @param {Set<string>} names of foreign keys, constraints and indexes
 */
export function withoutKept(script, names) {
  const kept = script.split(/^(?=-- )/m).filter((block) => {
    const [, name] = TOUCHES.exec(block) ?? [];
    return name === undefined || !names.has(name);
  });
  return kept.join('').trim() === '' ? '' : `${kept.join('').trim()}\n`;
}

const TOUCHES =
  /^-- \w+\n(?:ALTER TABLE "[^"]+" DROP CONSTRAINT|DROP INDEX|CREATE (?:UNIQUE )?INDEX) "([^"]+)"[^;]*;\s*$/;
