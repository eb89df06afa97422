import { z } from 'zod';
import type { Db } from '~/platform/context';
import { type Decision, Prisma } from '~/platform/db/client';
import { newId } from '~/platform/ids';
import { fromDb, type LocalDate, toDb } from '~/platform/local-date';
import { type ActState, type DecisionRow, LICENCE_STATES } from '../types';

export type QualificationRow = {
  id: string;
  personId: string;
  levelId: string;
  applicationId: string | null;
  /** The one that led to the award and those that renewed it, oldest first. */
  applicationIds: readonly string[];
  awardedOn: LocalDate;
  /** The day from which its revocation counts; it may be ordered ahead. Null when it was annulled. */
  revokedFrom: LocalDate | null;
  surrenderedOn: LocalDate | null;
  /** The last pause, unless it was ended early; both days inclusive. */
  pause: { id: string; from: LocalDate; until: LocalDate } | null;
  /** The disciplinary suspension that was not lifted yet. */
  openSuspension: { id: string; from: LocalDate } | null;
  /** On the award itself, oldest first; those on its application are kept with the application. */
  decisions: readonly DecisionRow[];
};

const actState: z.ZodType<ActState> = z.object({
  state: z.enum(LICENCE_STATES),
  reason: z.enum(['disciplinary', 'automatic', 'paused']).nullable(),
});

const readState = (value: unknown): ActState | null => actState.safeParse(value).data ?? null;

const readDecision = (row: Decision): DecisionRow => ({
  id: row.id,
  act: row.act,
  actorId: row.actorId,
  proposerId: row.proposerId,
  reason: row.reason,
  note: row.note,
  document: row.document,
  legalBasis: row.legalBasis,
  effectiveOn: fromDb(row.effectiveOn),
  until: row.until && fromDb(row.until),
  before: readState(row.before),
  after: readState(row.after),
  recordedAt: row.recordedAt,
});

export type NewDecision = {
  qualificationId: string;
  act: string;
  key: 1 | 2;
  actorId: string;
  proposerId: string | null;
  reason: string | null;
  note: string;
  document: string | null;
  legalBasis: string | null;
  before: ActState;
  after: ActState;
  effectiveOn: LocalDate;
  until: LocalDate | null;
  recordedAt: Date;
};

export async function insertDecision(
  db: Db,
  { effectiveOn, until, ...decision }: NewDecision,
): Promise<string> {
  const id = newId();
  const days = { effectiveOn: toDb(effectiveOn), until: until && toDb(until) };
  await db.decision.create({ data: { ...decision, ...days, id } });
  return id;
}

/** One statement after the other: inside a transaction there is only one connection. */
export async function findQualification(db: Db, id: string): Promise<QualificationRow | null> {
  const row = await db.qualification.findUnique({ where: { id } });
  if (!row) return null;
  const revocation = await db.revocation.findFirst({ where: { qualificationId: id, annulledOn: null } });
  const surrender = await db.surrender.findUnique({ where: { qualificationId: id } });
  const pause = await db.pause.findFirst({ where: { qualificationId: id }, orderBy: { from: 'desc' } });
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
    surrenderedOn: surrender ? fromDb(surrender.effectiveOn) : null,
    pause:
      pause && pause.endedOn === null
        ? { id: pause.id, from: fromDb(pause.from), until: fromDb(pause.until) }
        : null,
    openSuspension: open ? { id: open.id, from: fromDb(open.from) } : null,
    decisions: decisions.map(readDecision),
  };
}

/** The same, with the row locked: acts on one award wait for each other. */
export async function lockQualification(db: Db, id: string): Promise<QualificationRow | null> {
  await db.$queryRaw(Prisma.sql`SELECT 1 FROM qualification WHERE id = ${id}::uuid FOR UPDATE`);
  return findQualification(db, id);
}

export type NewFact = { qualificationId: string; decisionId: string; recordedAt: Date };
type NewSanction = NewFact & { reason: string; document: string };

export async function insertRevocation(db: Db, on: LocalDate, row: NewSanction): Promise<void> {
  await db.revocation.create({ data: { ...row, id: newId(), effectiveOn: toDb(on) } });
}

/** Reverses the open revocation: `on` is the first day on which it no longer counts. */
export async function insertAnnulment(db: Db, on: LocalDate, fact: NewFact): Promise<void> {
  await db.revocation.updateMany({
    where: { qualificationId: fact.qualificationId, annulledOn: null },
    data: { annulledOn: toDb(on), annulledAt: fact.recordedAt, annulDecisionId: fact.decisionId },
  });
}

export async function insertSuspension(db: Db, on: LocalDate, row: NewSanction): Promise<void> {
  await db.suspension.create({ data: { ...row, id: newId(), from: toDb(on) } });
}

/** Ends the open suspension: `on` is the first day on which it no longer counts. */
export async function insertLift(db: Db, on: LocalDate, fact: NewFact): Promise<void> {
  await db.suspension.updateMany({
    where: { qualificationId: fact.qualificationId, liftedOn: null },
    data: { liftedOn: toDb(on), liftedAt: fact.recordedAt, liftDecisionId: fact.decisionId },
  });
}

export async function insertSurrender(db: Db, on: LocalDate, fact: NewFact): Promise<void> {
  await db.surrender.create({ data: { ...fact, id: newId(), effectiveOn: toDb(on) } });
}

/** Both days inclusive. */
export async function insertPause(
  db: Db,
  days: { periodId: string; from: LocalDate; until: LocalDate },
  fact: NewFact,
): Promise<void> {
  const { periodId, from, until } = days;
  await db.pause.create({ data: { ...fact, id: newId(), periodId, from: toDb(from), until: toDb(until) } });
}

/** Ends a pause early: on `on` the clock runs again. */
export async function insertPauseEnd(db: Db, id: string, on: LocalDate, fact: NewFact): Promise<void> {
  await db.pause.update({
    where: { id },
    data: { endedOn: toDb(on), endedAt: fact.recordedAt, endDecisionId: fact.decisionId },
  });
}
