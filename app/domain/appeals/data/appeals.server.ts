import type { Db } from '~/platform/context';
import { type Appeal as AppealRecord, Prisma } from '~/platform/db/client';
import { newId } from '~/platform/ids';
import { APPEAL_KINDS, type Appeal, type AppealOutcome } from '../types';

function readAppeal(row: AppealRecord): Appeal {
  const kind = APPEAL_KINDS.find((each) => each === row.kind);
  if (!kind) throw new Error(`Appeal ${row.id} is of no known kind`);
  const outcome = row.outcome === 'allowed' || row.outcome === 'dismissed' ? row.outcome : null;
  return { ...row, kind, outcome };
}

export type NewAppeal = Omit<Appeal, 'id' | 'outcome' | 'deciderId' | 'document' | 'answer' | 'closedAt'>;

/** Writes the appeal; false when there is one against the decision already. */
export async function insertAppeal(db: Db, appeal: NewAppeal): Promise<string | null> {
  const id = newId();
  const { count } = await db.appeal.createMany({ data: [{ ...appeal, id }], skipDuplicates: true });
  return count === 1 ? id : null;
}

export async function findByDecision(db: Db, decisionId: string): Promise<Appeal | null> {
  const row = await db.appeal.findFirst({
    where: { OR: [{ decisionId }, { applicationDecisionId: decisionId }] },
  });
  return row && readAppeal(row);
}

export async function findAppeal(db: Db, id: string): Promise<Appeal | null> {
  const row = await db.appeal.findUnique({ where: { id } });
  return row && readAppeal(row);
}

/** The same, with the row locked: decisions on one appeal wait for each other. */
export async function lockAppeal(db: Db, id: string): Promise<Appeal | null> {
  await db.$queryRaw(Prisma.sql`SELECT 1 FROM appeal WHERE id = ${id}::uuid FOR UPDATE`);
  return findAppeal(db, id);
}

export async function closeAppeal(
  db: Db,
  id: string,
  closing: { outcome: AppealOutcome; deciderId: string; document: string; answer: string; closedAt: Date },
): Promise<void> {
  await db.appeal.update({ where: { id }, data: closing });
}

/** Of a person, the oldest first. */
export const listAppealsBy = async (db: Db, personId: string): Promise<Appeal[]> =>
  (await db.appeal.findMany({ where: { personId }, orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }] })).map(
    readAppeal,
  );
