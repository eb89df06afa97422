import { z } from 'zod';
import type { Ctx, Db } from '~/platform/context';
import { type ImportFile, Prisma } from '~/platform/db/client';
import { likeText } from '~/platform/db/like-text.server';
import { BUILT_ON } from '../rules/built-on';
import { type Mapping, mappingSchema } from '../rules/mapping';

const sheetsSchema = z.array(z.object({ name: z.string(), rows: z.number() }));
const valueSchema = z.object({ key: z.string(), value: z.string(), rows: z.number() });

/** What the mapping leaves open: values that name nothing, and columns whose days may be read in two ways. */
const openSchema = z.object({
  places: z.array(valueSchema),
  levels: z.array(valueSchema),
  dates: z.array(z.number()),
});
export type OpenValues = z.output<typeof openSchema>;

const resultSchema = z.object({
  people: z.number(),
  awards: z.number(),
  known: z.number(),
  left: z.number(),
  /** What kept the last undo, found when it had begun. */
  refused: z.enum(BUILT_ON).nullable().default(null),
});
export type ImportResult = z.output<typeof resultSchema>;

export type ImportRecord = Omit<ImportFile, 'sheets' | 'mapping' | 'open' | 'result'> & {
  sheets: z.output<typeof sheetsSchema>;
  mapping: Mapping | null;
  open: OpenValues;
  result: ImportResult | null;
};

const NOTHING_OPEN: OpenValues = { places: [], levels: [], dates: [] };

const readImport = (row: ImportFile): ImportRecord => ({
  ...row,
  sheets: sheetsSchema.parse(row.sheets ?? []),
  mapping: row.mapping === null ? null : mappingSchema.parse(row.mapping),
  open: row.open === null ? NOTHING_OPEN : openSchema.parse(row.open),
  result: row.result === null ? null : resultSchema.parse(row.result),
});

export type NewImport = Pick<
  ImportFile,
  'id' | 'submissionKey' | 'organisationId' | 'path' | 'fileName' | 'format' | 'bytes' | 'sentBy' | 'sentAt'
>;

/** False when there is one under the submission key already. */
export const insertImport = async (db: Db, row: NewImport): Promise<boolean> =>
  (await db.importFile.createMany({ data: [row], skipDuplicates: true })).count === 1;

export async function findImport(
  db: Db,
  by: { id: string } | { submissionKey: string },
): Promise<ImportRecord | null> {
  const row = await db.importFile.findUnique({ where: by });
  return row && readImport(row);
}

/** The same, with the row locked: acts on one import wait for each other. */
export async function lockImport(db: Db, id: string): Promise<ImportRecord | null> {
  await db.$queryRaw(Prisma.sql`SELECT 1 FROM import_file WHERE id = ${id}::uuid FOR UPDATE`);
  return findImport(db, { id });
}

export type ImportChanges = Omit<Prisma.ImportFileUncheckedUpdateInput, 'id'>;

export const changeImport = async (
  { db }: Pick<Ctx, 'db'>,
  id: string,
  changes: ImportChanges,
): Promise<void> => void (await db.importFile.update({ where: { id }, data: changes }));

/** Newest first, below some paths; `before` is the id after which the page begins. */
export async function listImportsWithin(
  db: Db,
  page: { paths: readonly string[]; before: string | null; take: number },
): Promise<ImportRecord[]> {
  const within = page.paths.map((path) => Prisma.sql`f.path LIKE ${`${likeText(path)}%`}`);
  if (within.length === 0) return [];
  const ids = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT f.id::text AS id FROM import_file f WHERE (${Prisma.join(within, ' OR ')})
      AND ${page.before ? Prisma.sql`f.id < ${page.before}::uuid` : Prisma.sql`true`}
    ORDER BY f.id DESC LIMIT ${page.take}`);
  const rows = await db.importFile.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    orderBy: { id: 'desc' },
  });
  return rows.map(readImport);
}

/** Everything of an import but what it made. */
export async function deleteImport(db: Db, importId: string): Promise<void> {
  await deleteWork(db, importId);
  await db.importIssue.deleteMany({ where: { importId } });
  await db.importFile.delete({ where: { id: importId } });
}

/** Rows and pairs: nobody needs them when the import is written. */
export async function deleteWork(db: Db, importId: string): Promise<void> {
  await db.importPair.deleteMany({ where: { importId } });
  await db.importRow.deleteMany({ where: { importId } });
}
