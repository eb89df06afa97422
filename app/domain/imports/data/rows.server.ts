import { z } from 'zod';
import type { Ctx } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import type { Cell, TableRow } from '../rules/cells';

const PURPOSE = 'import-rows';

const UNCOMPUTED = z.object({ uncomputed: z.literal(true) });
const cellSchema = z.union([z.string(), z.number(), z.object({ day: z.string() }), UNCOMPUTED, z.null()]);
const cellsSchema: z.ZodType<Cell[]> = z.array(cellSchema);

export const VERDICTS = ['new', 'adds', 'known', 'error'] as const;
export type Verdict = (typeof VERDICTS)[number];

export type StoredRow = TableRow & {
  verdict: string | null;
  personId: string | null;
  sameAs: number | null;
  print: string | null;
};

export async function insertRows(
  { db, secrets }: Ctx,
  importId: string,
  rows: readonly TableRow[],
): Promise<void> {
  await db.importRow.createMany({
    data: rows.map(({ no, cells }) => ({
      importId,
      no,
      sealed: secrets.encrypt(PURPOSE, JSON.stringify(cells)),
    })),
    skipDuplicates: true,
  });
}

export const clearRows = async ({ db }: Ctx, importId: string): Promise<void> => {
  await db.importPair.deleteMany({ where: { importId } });
  await db.importIssue.deleteMany({ where: { importId } });
  await db.importRow.deleteMany({ where: { importId } });
};

const opened = ({ secrets }: Ctx, sealed: string): Cell[] =>
  cellsSchema.parse(JSON.parse(secrets.decrypt(PURPOSE, sealed)));

type Choice = { after: number; take: number; verdicts?: readonly Verdict[] } | { numbers: readonly number[] };

/** Rows in their order: a page after a row, or those with some numbers. */
export async function loadRows(ctx: Ctx, importId: string, choice: Choice): Promise<StoredRow[]> {
  const where =
    'numbers' in choice
      ? { importId, no: { in: [...choice.numbers] } }
      : {
          importId,
          no: { gt: choice.after },
          ...(choice.verdicts ? { verdict: { in: [...choice.verdicts] } } : {}),
        };
  const take = 'take' in choice ? choice.take : choice.numbers.length;
  const rows = await ctx.db.importRow.findMany({ where, orderBy: { no: 'asc' }, take });
  return rows.map(({ sealed, importId: _import, ...row }) => ({ ...row, cells: opened(ctx, sealed) }));
}

const PAGE = 1000;

/** All rows, a page at a time. */
export async function* walkRows(ctx: Ctx, importId: string): AsyncGenerator<StoredRow[]> {
  for (let after = 0; ; ) {
    const page = await loadRows(ctx, importId, { after, take: PAGE });
    if (page.length > 0) yield page;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last.no;
  }
}

export type RowVerdict = {
  no: number;
  verdict: Verdict;
  personId: string | null;
  sameAs: number | null;
  print: string | null;
};

/** Notes what the check found of these rows, in one statement. */
export async function saveVerdicts(
  { db }: Ctx,
  importId: string,
  found: readonly RowVerdict[],
): Promise<void> {
  if (found.length === 0) return;
  await db.$executeRaw(Prisma.sql`
    UPDATE import_row r SET verdict = v.verdict, person_id = v."personId", same_as = v."sameAs", print = v.print
    FROM jsonb_to_recordset(${JSON.stringify(found)}::jsonb)
      AS v(no int, verdict text, "personId" uuid, "sameAs" int, print text)
    WHERE r.import_id = ${importId}::uuid AND r.no = v.no`);
}

export async function countVerdicts({ db }: Ctx, importId: string): Promise<Record<Verdict, number>> {
  const rows = await db.importRow.groupBy({ by: ['verdict'], where: { importId }, _count: true });
  const count = (verdict: Verdict) => rows.find((row) => row.verdict === verdict)?._count ?? 0;
  return { new: count('new'), adds: count('adds'), known: count('known'), error: count('error') };
}

/** Rows that were to be written and became nothing. */
export async function unwrittenRows({ db }: Ctx, importId: string): Promise<number[]> {
  const rows = await db.$queryRaw<{ no: number }[]>(Prisma.sql`
    SELECT r.no FROM import_row r WHERE r.import_id = ${importId}::uuid AND r.verdict IN ('new', 'adds')
      AND NOT EXISTS (SELECT 1 FROM import_made m WHERE m.import_id = r.import_id AND m.row_no = r.no)
    ORDER BY r.no`);
  return rows.map(({ no }) => no);
}
