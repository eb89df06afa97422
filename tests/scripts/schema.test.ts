import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import {
  checkMigrations,
  draftMigration,
  withoutBeyond,
} from '../../scripts/lib/migrations/migration-check.mjs';

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
beforeEach(async () => {
  folder = mkdtempSync(join(root, 'prisma-'));
  write(
    'schema.prisma',
    'generator client {\n  provider = "prisma-client"\n  output = "./client"\n}\ndatasource db {\n  provider = "postgresql"\n}\n',
  );
  write('models/people.prisma', MODEL);
  write('models/clubs.prisma', CLUB);
  await draftMigration('tables', folder, new Date('2026-01-01T00:00:00Z'));
  write('migrations/20260102000000_ties/migration.sql', TIES);
  list(LISTED);
}, 60_000);

describe('the migrations of the product', () => {
  it('produce exactly the schema', async () => {
    expect(await checkMigrations()).toEqual([]);
  }, 120_000);

  it('follow from the schema without another draft', async () => {
    const copy = join(root, 'product');
    for (const part of ['schema.prisma', 'models', 'migrations', 'beyond-schema.json'])
      cpSync(join('prisma', part), join(copy, part), { recursive: true });
    expect(await draftMigration('nothing', copy)).toBeNull();
  }, 120_000);
});

describe('draft', () => {
  it('writes a migration in the layout of prisma migrate', () => {
    expect(readFileSync(join(folder, 'migrations/20260101000000_tables/migration.sql'), 'utf8')).toContain(
      'CREATE TABLE "coach"',
    );
    expect(readFileSync(join(folder, 'migrations/migration_lock.toml'), 'utf8')).toContain('postgresql');
  });

  it('leaves hand-written objects alone', async () => {
    write('models/people.prisma', MODEL.replace('name   String', 'name   String\n  kana   String?'));
    const file = await draftMigration('add_kana', folder, new Date('2026-01-03T00:00:00Z'));
    expect(readFileSync(file ?? '', 'utf8')).toBe(
      '-- AlterTable\nALTER TABLE "coach" ADD COLUMN     "kana" TEXT;\n',
    );
  }, 60_000);

  it('refuses a name that is no folder name', async () => {
    await expect(draftMigration('Add kana', folder)).rejects.toThrow('lower case');
  });

  it('keeps a statement that drops what is not listed', () => {
    const script = '-- DropIndex\nDROP INDEX "mine";\n\n-- DropIndex\nDROP INDEX "other";\n';
    expect(withoutBeyond(script, { indexes: ['mine'] })).toBe('-- DropIndex\nDROP INDEX "other";\n');
  });
});

describe('check', () => {
  it('ignores exactly what is listed', async () => {
    expect(await checkMigrations(folder)).toEqual([]);
    list({ ...LISTED, foreignKeys: [], indexes: ['coach_name_trgm'], constraints: [] });
    expect(await checkMigrations(folder)).toEqual([
      expect.stringContaining('foreignKeys: coach_club_id_fkey is made by the migrations'),
      expect.stringContaining('constraints: coach_named is made by the migrations'),
      expect.stringContaining('indexes: coach_name_current is made by the migrations'),
    ]);
  }, 120_000);

  it('fails on a listed object that is missing, and on one the schema has anyway', async () => {
    list({ ...LISTED, indexes: [...LISTED.indexes, 'coach_gone', 'coach_name_idx'] });
    expect(await checkMigrations(folder)).toEqual([
      expect.stringContaining(
        'coach_name_idx is listed in prisma/beyond-schema.json, but the schema describes it already',
      ),
      expect.stringContaining(
        'coach_gone is listed in prisma/beyond-schema.json, but the migrations do not make it',
      ),
    ]);
  }, 120_000);

  it('fails on a column, a type and an index that drift', async () => {
    write('models/clubs.prisma', CLUB.replace('\n\n', '\n  town String\n\n'));
    write(
      'migrations/20260103000000_drift/migration.sql',
      'ALTER TABLE "coach" ALTER COLUMN "name" TYPE varchar(9); DROP INDEX "coach_name_idx"; CREATE INDEX "coach_name_idx" ON "coach"("name" COLLATE "kk-x-icu"); CREATE TABLE "stray" ("id" int);',
    );
    const problems = await checkMigrations(folder);
    expect(problems).toEqual([
      expect.stringContaining('tables: stray'),
      expect.stringContaining('columns: coach.name differs'),
      expect.stringContaining('columns: stray.id'),
      expect.stringContaining('columns: club.town is described by the schema'),
      expect.stringContaining('indexes: coach_name_idx differs'),
    ]);
  }, 120_000);
});
