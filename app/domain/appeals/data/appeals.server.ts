import type { Db } from '~/platform/context';
import { type Appeal as AppealRecord, Prisma } from '~/platform/db/client';
import { newId } from '~/platform/ids';
import { type Allowance, APPEAL_KINDS, type Appeal, type AppealOutcome, type OfficeAppeal } from '../types';

function readAppeal(record: AppealRecord): Appeal {
  const { proposerId: _by, proposedAt: _at, proposedDocument: _on, proposedAnswer: _words, ...row } = record;
  const kind = APPEAL_KINDS.find((each) => each === row.kind);
  if (!kind) throw new Error(`Appeal ${row.id} is of no known kind`);
  const outcome = row.outcome === 'allowed' || row.outcome === 'dismissed' ? row.outcome : null;
  return { ...row, kind, outcome };
}

function readForOffice(row: AppealRecord): OfficeAppeal {
  const { proposerId, proposedAt, proposedDocument, proposedAnswer } = row;
  const said = { document: proposedDocument ?? '', answer: proposedAnswer ?? '' };
  return {
    ...readAppeal(row),
    proposal: proposerId && proposedAt ? { proposerId, proposedAt, ...said } : null,
  };
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
    where: { OR: [{ decisionId }, { applicationDecisionId: decisionId }, { requestActId: decisionId }] },
  });
  return row && readAppeal(row);
}

export async function findAppeal(db: Db, id: string): Promise<OfficeAppeal | null> {
  const row = await db.appeal.findUnique({ where: { id } });
  return row && readForOffice(row);
}

/** The same, with the row locked: decisions on one appeal wait for each other. */
export async function lockAppeal(db: Db, id: string): Promise<OfficeAppeal | null> {
  await db.$queryRaw(Prisma.sql`SELECT 1 FROM appeal WHERE id = ${id}::uuid FOR UPDATE`);
  return findAppeal(db, id);
}

export async function proposeAllowance(
  db: Db,
  id: string,
  { document, answer, ...by }: Allowance,
): Promise<void> {
  await db.appeal.update({
    where: { id },
    data: { ...by, proposedDocument: document, proposedAnswer: answer },
  });
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
