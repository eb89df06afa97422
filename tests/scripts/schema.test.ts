import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  checkMigrations,
  draftMigration,
  withoutKept,
} from '../../scripts/lib/migrations/migration-check.mjs';
import { compareCatalogues } from '../../scripts/lib/migrations/schema-catalogue.mjs';

const root = mkdtempSync(join(tmpdir(), 'shihan-schema-'));
afterAll(() => rmSync(root, { recursive: true }));
let folder = '';

const MODEL = `model Coach {
  id     String @id @db.Uuid
  name   String
  clubId String @map("club_id") @db.Uuid

  @@index([name])
  @@map("coach")
}
`;
const CLUB = 'model Club {\n  id String @id @db.Uuid\n\n  @@map("club")\n}\n';
const TIES = `CREATE EXTENSION IF NOT EXISTS pg_trgm;
ALTER TABLE "coach" ADD CONSTRAINT "coach_club_id_fkey" FOREIGN KEY ("club_id") REFERENCES "club"("id");
CREATE INDEX "coach_name_trgm" ON "coach" USING gin ("name" gin_trgm_ops);
CREATE UNIQUE INDEX "coach_name_current" ON "coach"("name") WHERE "name" <> '';
ALTER TABLE "coach" ADD CONSTRAINT "coach_named" CHECK ("name" <> '');`;
const DRIFT = `ALTER TABLE "coach" ALTER COLUMN "name" TYPE varchar(9);
DROP INDEX "coach_name_idx";
CREATE INDEX "coach_name_idx" ON "coach"("name" COLLATE "kk-x-icu");
CREATE TABLE "stray" ("id" int);`;
const LISTED = {
  foreignKeys: ['coach_club_id_fkey'],
  indexes: ['coach_name_trgm', 'coach_name_current'],
  constraints: ['coach_named'],
};

const write = (file: string, text: string) => {
  mkdirSync(join(folder, file, '..'), { recursive: true });
  writeFileSync(join(folder, file), text);
};
const list = (beyond: Record<string, string[]>) => write('beyond-schema.json', JSON.stringify(beyond));

/** Schema in two domains, its drafted migration, and hand-written ties. */
beforeAll(async () => {
  folder = join(root, 'toy');
  write(
    'schema.prisma',
    'generator client {\n  provider = "prisma-client"\n  output = "./client"\n}\ndatasource db {\n  provider = "postgresql"\n}\n',
  );
  write('models/people.prisma', MODEL);
  write('models/clubs.prisma', CLUB);
  await draftMigration('tables', folder, new Date('2026-01-01T00:00:00Z'));
  write('migrations/20260102000000_ties/migration.sql', TIES);
  list(LISTED);
}, 120_000);

describe('the migrations of the product', () => {
  it('produce exactly the schema', async () => {
    expect(await checkMigrations()).toEqual([]);
  }, 120_000);
});

describe('draft', () => {
  it('writes a migration in the layout of prisma migrate', () => {
    const sql = readFileSync(join(folder, 'migrations/20260101000000_tables/migration.sql'), 'utf8');
    expect(sql).toContain('CREATE TABLE "coach"');
    expect(readFileSync(join(folder, 'migrations/migration_lock.toml'), 'utf8')).toContain('postgresql');
  });

  it('finds nothing to do when migrations and schema agree', async () => {
    expect(await draftMigration('nothing', folder)).toBeNull();
  }, 120_000);

  it('leaves hand-written objects alone', async () => {
    const copy = join(root, 'copy');
    cpSync(folder, copy, { recursive: true });
    const model = MODEL.replace('name   String', 'name   String\n  kana   String?');
    writeFileSync(join(copy, 'models/people.prisma'), model);
    const file = await draftMigration('add_kana', copy);
    expect(readFileSync(file ?? '', 'utf8')).toBe(
      '-- AlterTable\nALTER TABLE "coach" ADD COLUMN     "kana" TEXT;\n',
    );
  }, 120_000);

  it('refuses a name that is no folder name', async () => {
    await expect(draftMigration('Add kana', folder)).rejects.toThrow('lower case');
  });

  it('keeps a statement that drops what is not listed', () => {
    const script = '-- DropIndex\nDROP INDEX "mine";\n\n-- DropIndex\nDROP INDEX "other";\n';
    expect(withoutKept(script, new Set(['mine']))).toBe('-- DropIndex\nDROP INDEX "other";\n');
  });
});

describe('check', () => {
  it('fails on a table, a column, a type, an index and a tie that drift', async () => {
    const copy = join(root, 'drift');
    cpSync(folder, copy, { recursive: true });
    writeFileSync(join(copy, 'models/clubs.prisma'), CLUB.replace('\n\n', '\n  town String\n\n'));
    mkdirSync(join(copy, 'migrations/20260103000000_drift'));
    writeFileSync(join(copy, 'migrations/20260103000000_drift/migration.sql'), DRIFT);
    writeFileSync(join(copy, 'beyond-schema.json'), JSON.stringify({ ...LISTED, constraints: [] }));
    expect(await checkMigrations(copy)).toEqual([
      expect.stringContaining('tables: stray is made by the migrations'),
      expect.stringContaining('columns: coach.name differs'),
      expect.stringContaining('columns: stray.id is made by the migrations'),
      expect.stringContaining(
        'columns: club.town is described by the schema, but the migrations do not make it',
      ),
      expect.stringContaining('constraints: coach_named is made by the migrations'),
      expect.stringContaining('indexes: coach_name_idx differs'),
    ]);
  }, 120_000);

  const made = new Map([
    [
      'foreignKeys',
      new Map([
        ['a_fkey', 'a'],
        ['b_fkey', 'b'],
      ]),
    ],
  ]);
  const described = new Map([['foreignKeys', new Map([['b_fkey', 'b']])]]);

  it('ignores exactly what is listed', () => {
    expect(compareCatalogues(made, described, { foreignKeys: ['a_fkey'] })).toEqual([]);
    expect(compareCatalogues(made, described, {})).toEqual([
      'foreignKeys: a_fkey is made by the migrations, but neither the schema nor prisma/beyond-schema.json knows it',
    ]);
  });

  it('fails on a listed object that is missing, and on one that the schema has anyway', () => {
    expect(compareCatalogues(made, described, { foreignKeys: ['a_fkey', 'b_fkey', 'c_fkey'] })).toEqual([
      'foreignKeys: b_fkey is listed in prisma/beyond-schema.json, but the schema describes it already',
      'foreignKeys: c_fkey is listed in prisma/beyond-schema.json, but the migrations do not make it',
    ]);
  });
});
