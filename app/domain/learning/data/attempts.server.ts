import { z } from 'zod';
import type { Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import type { QuestionOrder } from '../rules/quiz';

const order = z.array(z.object({ id: z.string(), options: z.array(z.number()) }));
const answers = z.record(z.string(), z.array(z.number()));

export type Attempt = {
  id: string;
  number: number;
  startedAt: Date;
  submittedAt: Date | null;
  scorePercent: number | null;
  passed: boolean | null;
  order: QuestionOrder[];
  /** Chosen options by question, as places in the catalogue. */
  answers: Record<string, number[]>;
};

type Row = {
  id: string;
  number: number;
  startedAt: Date;
  submittedAt: Date | null;
  scorePercent: number | null;
  passed: boolean | null;
  order: unknown;
  answers: unknown;
};

const read = (row: Row): Attempt => ({
  ...row,
  order: order.parse(row.order),
  answers: answers.parse(row.answers),
});

/** The newest attempt of a round; while one is open it is that one. */
export async function findNewestAttempt(db: Db, enrolmentId: string): Promise<Attempt | null> {
  const row = await db.quizAttempt.findFirst({ where: { enrolmentId }, orderBy: { number: 'desc' } });
  return row && read(row);
}

export async function insertAttempt(
  db: Db,
  row: { id: string; enrolmentId: string; number: number; startedAt: Date; order: QuestionOrder[] },
) {
  await db.quizAttempt.create({ data: { ...row, answers: {} } });
}

/** Adds answers to an open attempt; false when it was submitted meanwhile. */
export async function mergeAnswers(
  db: Db,
  attemptId: string,
  chosen: Record<string, number[]>,
): Promise<boolean> {
  const count = await db.$executeRaw(Prisma.sql`
    UPDATE quiz_attempt SET answers = answers || ${JSON.stringify(chosen)}::jsonb
    WHERE id = ${attemptId}::uuid AND submitted_at IS NULL`);
  return count === 1;
}

export const closeAttempt = (
  db: Db,
  id: string,
  result: { submittedAt: Date; scorePercent: number; passed: boolean },
) => db.quizAttempt.update({ where: { id }, data: result });

/** The best result of a round, in per cent. */
export async function bestScore(db: Db, enrolmentId: string): Promise<number> {
  const { _max } = await db.quizAttempt.aggregate({
    where: { enrolmentId, passed: true },
    _max: { scorePercent: true },
  });
  return _max.scorePercent ?? 100;
}

export const listAttempts = (db: Db, personId: string) =>
  db.quizAttempt.findMany({
    where: { enrolment: { personId } },
    orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
  });
