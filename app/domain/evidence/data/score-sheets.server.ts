import { z } from 'zod';
import { localizedText } from '~/i18n/content';
import type { Db } from '~/platform/context';
import type { ScoreSheet } from '~/platform/db/client';
import { fromDb, type LocalDate, toDb } from '~/platform/local-date';
import { meanOf } from '../rules/assessment';
import type { Mark, Sheet, SheetSummary } from '../types';

const marksSchema: z.ZodType<Mark[]> = z.array(
  z.object({ key: z.string(), name: localizedText, minimum: z.number(), mark: z.number() }),
);

export type NewSheet = {
  id: string;
  submissionKey: string;
  personId: string;
  level: string;
  assessorId: string;
  heldOn: LocalDate;
  place: string;
  marks: readonly Mark[];
  remarks: string;
  passed: boolean;
  recordedAt: Date;
};

/** Writes the sheet once for each submission key; gives the id of the sheet that stands under it. */
export async function insertSheet(
  db: Db,
  { marks, heldOn, ...sheet }: NewSheet,
): Promise<{ id: string; isNew: boolean }> {
  const { count } = await db.scoreSheet.createMany({
    data: [{ ...sheet, heldOn: toDb(heldOn), marks: [...marks] }],
    skipDuplicates: true,
  });
  if (count === 1) return { id: sheet.id, isNew: true };
  const found = await db.scoreSheet.findUnique({ where: { submissionKey: sheet.submissionKey } });
  return { id: found?.id ?? sheet.id, isNew: false };
}

/** Writes the second signature if there is none yet. */
export async function insertSignature(db: Db, id: string, signerId: string, at: Date): Promise<boolean> {
  const { count } = await db.scoreSheet.updateMany({
    where: { id, secondSignerId: null },
    data: { secondSignerId: signerId, secondSignedAt: at },
  });
  return count === 1;
}

const readSummary = (row: ScoreSheet): SheetSummary => ({
  id: row.id,
  personId: row.personId,
  level: row.level,
  heldOn: fromDb(row.heldOn),
  place: row.place,
  passed: row.passed,
  state: row.secondSignerId ? 'signed' : 'to-sign',
  recordedAt: row.recordedAt,
});

function readSheet(row: ScoreSheet): Sheet {
  const marks = marksSchema.parse(row.marks);
  return {
    ...readSummary(row),
    marks,
    mean: meanOf(marks),
    remarks: row.remarks,
    assessorId: row.assessorId,
    secondSignerId: row.secondSignerId,
    secondSignedAt: row.secondSignedAt,
  };
}

export async function findSheet(db: Db, id: string): Promise<Sheet | null> {
  const row = await db.scoreSheet.findUnique({ where: { id } });
  return row ? readSheet(row) : null;
}

/** Sheets of a person, newest first. */
export async function listSheetsOf(db: Db, personId: string): Promise<Sheet[]> {
  const rows = await db.scoreSheet.findMany({
    where: { personId },
    orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
    take: 100,
  });
  return rows.map(readSheet);
}

/** Sheets of the levels that wait for a second signature from somebody else, oldest first. */
export async function listWaitingSheets(
  db: Db,
  levels: readonly string[],
  notBy: string,
): Promise<SheetSummary[]> {
  const rows = await db.scoreSheet.findMany({
    where: { level: { in: [...levels] }, secondSignedAt: null, assessorId: { not: notBy } },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
    take: 100,
  });
  return rows.map(readSummary);
}

/** Sheets that somebody recorded or signed, newest first, those before the cursor (an id of the page before). */
export async function listSheetsBy(
  db: Db,
  accountId: string,
  before: string | null,
  take: number,
): Promise<SheetSummary[]> {
  const rows = await db.scoreSheet.findMany({
    where: {
      OR: [{ assessorId: accountId }, { secondSignerId: accountId }],
      ...(before ? { id: { lt: before } } : {}),
    },
    orderBy: { id: 'desc' },
    take,
  });
  return rows.map(readSummary);
}
