import type { Ctx } from '~/platform/context';
import type { ImportMade } from '~/platform/db/client';

export type NewMade = Omit<ImportMade, 'numberKey' | 'madeAt'>;

/** Numbers are compared without spaces, signs and case. */
export const numberKey = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Throws Prisma's P2002 when a row that says the same was written before. */
export async function insertMade({ db, clock }: Ctx, made: NewMade): Promise<void> {
  const key = made.number === null ? null : numberKey(made.number) || null;
  await db.importMade.create({ data: { ...made, numberKey: key, madeAt: clock.now() } });
}

/** The person whom each of the rows with these prints became. */
export async function peopleOfPrints({ db }: Ctx, prints: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.importMade.findMany({
    where: { print: { in: [...prints] } },
    select: { print: true, personId: true },
  });
  return new Map(rows.map(({ print, personId }) => [print, personId]));
}

export type MadeRow = Pick<
  ImportMade,
  'rowNo' | 'personId' | 'madePerson' | 'madeIdentity' | 'madeHolder' | 'qualificationId'
>;

const facts = {
  ...{ rowNo: true, personId: true, qualificationId: true },
  ...{ madePerson: true, madeIdentity: true, madeHolder: true },
} as const;

export const madeOfRows = ({ db }: Ctx, importId: string, rows: readonly number[]): Promise<MadeRow[]> =>
  db.importMade.findMany({ where: { importId, rowNo: { in: [...rows] } }, select: facts });

/** What the import made, a page after a row; with `last`, from the end. */
export const pageOfMade = (
  { db }: Ctx,
  importId: string,
  page: { after: number; take: number } | { last: number },
): Promise<MadeRow[]> =>
  'last' in page
    ? db.importMade.findMany({
        where: { importId },
        orderBy: { rowNo: 'desc' },
        take: page.last,
        select: facts,
      })
    : db.importMade.findMany({
        where: { importId, rowNo: { gt: page.after } },
        orderBy: { rowNo: 'asc' },
        take: page.take,
        select: facts,
      });

export const countMade = async (
  { db }: Ctx,
  importId: string,
): Promise<{ people: number; awards: number; rows: number }> => ({
  people: await db.importMade.count({ where: { importId, madePerson: true } }),
  awards: await db.importMade.count({ where: { importId, qualificationId: { not: null } } }),
  rows: await db.importMade.count({ where: { importId } }),
});

/** Of the people, those on whom another import built. */
export async function listTouchedByOthers(
  { db }: Ctx,
  importId: string,
  personIds: readonly string[],
): Promise<string[]> {
  const rows = await db.importMade.findMany({
    where: { personId: { in: [...personIds] }, NOT: { importId } },
    select: { personId: true },
  });
  return rows.map(({ personId }) => personId);
}

export const deleteMade = async ({ db }: Ctx, importId: string, rows: readonly number[]): Promise<void> =>
  void (await db.importMade.deleteMany({ where: { importId, rowNo: { in: [...rows] } } }));

export type Paper = { qualificationId: string; number: string | null; madeAt: Date };

export async function selectPapers(
  { db }: Ctx,
  by: { qualificationId: string } | { personId: string } | { numberKey: string },
): Promise<Paper[]> {
  const rows = await db.importMade.findMany({
    where: { ...by, qualificationId: 'qualificationId' in by ? by.qualificationId : { not: null } },
    select: { qualificationId: true, number: true, madeAt: true },
    orderBy: { madeAt: 'asc' },
    take: 200,
  });
  return rows.map(({ qualificationId, ...paper }) => ({ ...paper, qualificationId: qualificationId ?? '' }));
}
