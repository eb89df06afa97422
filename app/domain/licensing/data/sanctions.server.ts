import type { Db } from '~/platform/context';
import { type Decision, Prisma } from '~/platform/db/client';
import { newId } from '~/platform/ids';
import { fromDb, type LocalDate, toDb } from '~/platform/local-date';
import type { DecisionRow } from '../types';

export type QualificationRow = {
  id: string;
  personId: string;
  levelId: string;
  applicationId: string | null;
  /** The one that led to the award and those that renewed it, oldest first. */
  applicationIds: readonly string[];
  awardedOn: LocalDate;
  /** The day from which its revocation counts; it may be ordered ahead. */
  revokedFrom: LocalDate | null;
  /** The disciplinary suspension that was not lifted yet. */
  openSuspension: { id: string; from: LocalDate } | null;
  /** On the award itself, oldest first; those on its application are kept with the application. */
  decisions: readonly DecisionRow[];
};

const readDecision = (row: Decision): DecisionRow => ({
  id: row.id,
  act: row.act,
  actorId: row.actorId,
  reason: row.reason,
  note: row.note,
  document: row.document,
  effectiveOn: fromDb(row.effectiveOn),
  recordedAt: row.recordedAt,
});

export type NewDecision = {
  qualificationId: string;
  act: string;
  key: 1 | 2;
  actorId: string;
  reason?: string;
  note: string;
  document?: string;
  before: Prisma.InputJsonObject;
  after: Prisma.InputJsonObject;
  effectiveOn: LocalDate;
  recordedAt: Date;
};

export async function insertDecision(db: Db, decision: NewDecision): Promise<string> {
  const id = newId();
  await db.decision.create({ data: { ...decision, id, effectiveOn: toDb(decision.effectiveOn) } });
  return id;
}

/** One statement after the other: inside a transaction there is only one connection. */
export async function findQualification(db: Db, id: string): Promise<QualificationRow | null> {
  const row = await db.qualification.findUnique({ where: { id } });
  if (!row) return null;
  const revocation = await db.revocation.findFirst({ where: { qualificationId: id } });
  const open = await db.suspension.findFirst({ where: { qualificationId: id, liftedOn: null } });
  const renewals = await db.licencePeriod.findMany({
    where: { qualificationId: id, applicationId: { not: null } },
    select: { applicationId: true },
    orderBy: { no: 'asc' },
  });
  const decisions = await db.decision.findMany({
    where: { qualificationId: id },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
  });
  return {
    id: row.id,
    personId: row.personId,
    levelId: row.levelId,
    applicationId: row.applicationId,
    applicationIds: [row, ...renewals].flatMap(({ applicationId }) => applicationId ?? []),
    awardedOn: fromDb(row.awardedOn),
    revokedFrom: revocation ? fromDb(revocation.effectiveOn) : null,
    openSuspension: open ? { id: open.id, from: fromDb(open.from) } : null,
    decisions: decisions.map(readDecision),
  };
}

/** The same, with the row locked: sanctions on one award wait for each other. */
export async function lockQualification(db: Db, id: string): Promise<QualificationRow | null> {
  await db.$queryRaw(Prisma.sql`SELECT 1 FROM qualification WHERE id = ${id}::uuid FOR UPDATE`);
  return findQualification(db, id);
}

export type NewSanction = {
  qualificationId: string;
  decisionId: string;
  reason: string;
  document: string;
  effectiveOn: LocalDate;
  recordedAt: Date;
};

export async function insertRevocation(db: Db, { effectiveOn, ...sanction }: NewSanction): Promise<void> {
  await db.revocation.create({ data: { ...sanction, id: newId(), effectiveOn: toDb(effectiveOn) } });
}

export async function insertSuspension(db: Db, { effectiveOn, ...sanction }: NewSanction): Promise<void> {
  await db.suspension.create({ data: { ...sanction, id: newId(), from: toDb(effectiveOn) } });
}

/** Ends a suspension: `liftedOn` is the first day on which it no longer counts. */
export async function insertLift(
  db: Db,
  id: string,
  lift: { liftedOn: LocalDate; liftedAt: Date; liftDecisionId: string },
): Promise<void> {
  await db.suspension.update({ where: { id }, data: { ...lift, liftedOn: toDb(lift.liftedOn) } });
}
