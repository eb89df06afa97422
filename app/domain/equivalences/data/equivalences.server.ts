import { type LocalizedText, readText } from '~/i18n/content';
import type { Db } from '~/platform/context';
import {
  type EquivalenceAct as ActRecord,
  type Equivalence as EquivalenceRecord,
  Prisma,
} from '~/platform/db/client';
import { newId } from '~/platform/ids';
import { fromDb, type LocalDate, toDb } from '~/platform/local-date';
import type { MomentCursor } from '~/platform/moment-cursor';
import { EQUIVALENCE_ACTS, type EquivalenceAct, type EquivalenceRow, type MadeAct } from '../types';

const WHOLE = {
  acts: { orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }] },
} satisfies Prisma.EquivalenceInclude;

function readAct(row: ActRecord): MadeAct {
  const act = EQUIVALENCE_ACTS.find((each) => each === row.act);
  if (!act) throw new Error(`Equivalence ${row.equivalenceId} has the unknown act ${row.act}`);
  const { id, actorId, note, effectiveOn, recordedAt } = row;
  return { id, act, actorId, note, effectiveOn: fromDb(effectiveOn), recordedAt };
}

const readRow = (row: EquivalenceRecord & { acts: ActRecord[] }): EquivalenceRow => ({
  id: row.id,
  external: row.external,
  levelId: row.levelId,
  counts: row.counts,
  conditions: readText(row.conditions),
  validFrom: fromDb(row.validFrom),
  validUntil: row.validUntil && fromDb(row.validUntil),
  reason: row.reason,
  document: row.document,
  proposedBy: row.proposedBy,
  proposedAt: row.proposedAt,
  acts: row.acts.map(readAct),
});

export type NewEquivalence = Omit<EquivalenceRow, 'id' | 'acts' | 'counts' | 'conditions'> & {
  submissionKey: string;
  counts: string[];
  conditions: LocalizedText;
};

/** Null when one stands under the key, or another proposal of the same pair. */
export async function insertEquivalence(db: Db, row: NewEquivalence): Promise<string | null> {
  const id = newId();
  const { validFrom, validUntil } = row;
  const dates = { validFrom: toDb(validFrom), validUntil: validUntil && toDb(validUntil) };
  const { count } = await db.equivalence.createMany({
    data: [{ ...row, ...dates, id }],
    skipDuplicates: true,
  });
  return count === 1 ? id : null;
}

export const findSubmitted = (
  db: Db,
  submissionKey: string,
): Promise<{ id: string; proposedBy: string } | null> =>
  db.equivalence.findUnique({ where: { submissionKey }, select: { id: true, proposedBy: true } });

export async function findEquivalence(db: Db, id: string): Promise<EquivalenceRow | null> {
  const row = await db.equivalence.findUnique({ where: { id }, include: WHOLE });
  return row && readRow(row);
}

/** The same, with the row locked: acts on one equivalence wait for each other. */
export async function lockEquivalence(db: Db, id: string): Promise<EquivalenceRow | null> {
  await db.$queryRaw(Prisma.sql`SELECT 1 FROM equivalence WHERE id = ${id}::uuid FOR UPDATE`);
  return findEquivalence(db, id);
}

export type NewAct = {
  equivalenceId: string;
  act: EquivalenceAct;
  actorId: string;
  note: string;
  effectiveOn: LocalDate;
  recordedAt: Date;
};

/** Confirmed ones of an external level and a level, with their rows locked in the order of their ids. */
export async function lockConfirmed(
  db: Db,
  { external, levelId }: Pick<EquivalenceRow, 'external' | 'levelId'>,
): Promise<EquivalenceRow[]> {
  await db.$queryRaw(Prisma.sql`
    SELECT 1 FROM equivalence
    WHERE external = ${external} AND level_id = ${levelId}::uuid AND confirmed_at IS NOT NULL
    ORDER BY id FOR UPDATE`);
  const rows = await db.equivalence.findMany({
    where: { external, levelId, confirmedAt: { not: null } },
    include: WHOLE,
    orderBy: { id: 'asc' },
  });
  return rows.map(readRow);
}

/** Writes the act; all but a confirmation close the equivalence. */
export async function insertAct(db: Db, act: NewAct): Promise<void> {
  const { equivalenceId: id, recordedAt } = act;
  const data = act.act === 'confirm' ? { confirmedAt: recordedAt } : { closedAt: recordedAt };
  await db.equivalenceAct.create({ data: { ...act, id: newId(), effectiveOn: toDb(act.effectiveOn) } });
  await db.equivalence.update({ where: { id }, data });
}

/** Open ones oldest first, closed ones last closed first, after the cursor. */
export async function findPage(
  db: Db,
  { list, levelIds }: { list: 'open' | 'closed'; levelIds: readonly string[] },
  after: MomentCursor | null,
  take: number,
): Promise<(EquivalenceRow & { closedAt: Date | null })[]> {
  const isClosed = list === 'closed';
  const key = isClosed ? 'closedAt' : 'proposedAt';
  const beyond = (value: Date | string) => (isClosed ? { lt: value } : { gt: value });
  const rows = await db.equivalence.findMany({
    where: {
      levelId: { in: [...levelIds] },
      closedAt: isClosed ? { not: null } : null,
      ...(after && {
        OR: [{ [key]: beyond(after.at) }, { [key]: after.at, id: beyond(after.id) as { lt: string } }],
      }),
    },
    include: WHOLE,
    orderBy: [{ [key]: isClosed ? 'desc' : 'asc' }, { id: isClosed ? 'desc' : 'asc' }],
    take,
  });
  return rows.map((row) => ({ ...readRow(row), closedAt: row.closedAt }));
}

export const countEquivalences = (
  db: Db,
  { list, levelIds }: { list: 'open' | 'closed'; levelIds: readonly string[] },
): Promise<number> =>
  db.equivalence.count({
    where: { levelId: { in: [...levelIds] }, closedAt: list === 'closed' ? { not: null } : null },
  });
