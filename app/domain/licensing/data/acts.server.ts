import { z } from 'zod';
import type { Ctx, Db } from '~/platform/context';
import { type Decision, Prisma } from '~/platform/db/client';
import { newId } from '~/platform/ids';
import { fromDb, type LocalDate, toDb } from '~/platform/local-date';
import { type ActState, type DecisionRow, LICENCE_STATES } from '../types';
import { PAUSED_DAYS } from './licences-on.server';

/** A sanction that still counts; `endsOn` is the day ahead from which it will not, if that was ordered already. */
export type Measure = { decisionId: string; from: LocalDate; endsOn: LocalDate | null };

export type QualificationRow = {
  id: string;
  personId: string;
  levelId: string;
  applicationId: string | null;
  /** The one that led to the award and those that renewed it, oldest first. */
  applicationIds: readonly string[];
  awardedOn: LocalDate;
  /** It may be ordered ahead. Null once the annulment counts. */
  revocation: Measure | null;
  surrenderedOn: LocalDate | null;
  /** The last pause whose early end was not ordered; both days inclusive. */
  pause: { id: string; decisionId: string; from: LocalDate; until: LocalDate } | null;
  /** The disciplinary suspension, until the day on which it is lifted. */
  openSuspension: Measure | null;
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

/** The one that still counts today or will count: its end was not ordered, or has not come yet. */
const measureOf = (
  rows: readonly { decisionId: string; from: Date; end: Date | null }[],
  today: LocalDate,
): Measure | null => {
  const counts = ({ from, end }: { from: Date; end: Date | null }) =>
    end === null || (end > from && fromDb(end) > today);
  const row = rows.find(counts);
  if (!row) return null;
  return { decisionId: row.decisionId, from: fromDb(row.from), endsOn: row.end && fromDb(row.end) };
};

async function findRevocation(db: Db, id: string, today: LocalDate): Promise<Measure | null> {
  const rows = await db.revocation.findMany({ where: { qualificationId: id }, orderBy: { id: 'desc' } });
  return measureOf(
    rows.map(({ effectiveOn, annulledOn, ...row }) => ({ ...row, from: effectiveOn, end: annulledOn })),
    today,
  );
}

async function findSuspension(db: Db, id: string, today: LocalDate): Promise<Measure | null> {
  const rows = await db.suspension.findMany({ where: { qualificationId: id }, orderBy: { id: 'desc' } });
  return measureOf(
    rows.map(({ liftedOn, ...row }) => ({ ...row, end: liftedOn })),
    today,
  );
}

/** As it stands today in the zone of its periods. One statement after the other: a transaction has one connection. */
export async function findQualification(
  { db, clock }: Pick<Ctx, 'db' | 'clock'>,
  id: string,
): Promise<QualificationRow | null> {
  const row = await db.qualification.findUnique({ where: { id } });
  if (!row) return null;
  const surrender = await db.surrender.findUnique({ where: { qualificationId: id } });
  const pause = await db.pause.findFirst({
    where: { qualificationId: id, endedOn: null },
    orderBy: [{ from: 'desc' }, { id: 'desc' }],
  });
  const periods = await db.licencePeriod.findMany({
    where: { qualificationId: id },
    select: { applicationId: true, zone: true },
    orderBy: { no: 'asc' },
  });
  const today = clock.today(periods[0]?.zone ?? 'UTC');
  const decisions = await db.decision.findMany({
    where: { qualificationId: id },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
  });
  return {
    id: row.id,
    personId: row.personId,
    levelId: row.levelId,
    applicationId: row.applicationId,
    applicationIds: [row, ...periods].flatMap(({ applicationId }) => applicationId ?? []),
    awardedOn: fromDb(row.awardedOn),
    revocation: await findRevocation(db, id, today),
    surrenderedOn: surrender ? fromDb(surrender.effectiveOn) : null,
    pause: pause && {
      id: pause.id,
      decisionId: pause.decisionId,
      from: fromDb(pause.from),
      until: fromDb(pause.until),
    },
    openSuspension: await findSuspension(db, id, today),
    decisions: decisions.map(readDecision),
  };
}

/** The same, with the row locked: acts on one award wait for each other. */
export async function lockQualification(
  tx: Pick<Ctx, 'db' | 'clock'>,
  id: string,
): Promise<QualificationRow | null> {
  await tx.db.$queryRaw(Prisma.sql`SELECT 1 FROM qualification WHERE id = ${id}::uuid FOR UPDATE`);
  return findQualification(tx, id);
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

/** Its days in all pauses, as rules/licence-standing.ts counts them. */
async function countPausedDays(db: Db, periodId: string): Promise<void> {
  await db.$executeRaw(Prisma.sql`
    UPDATE licence_period p SET paused_days = (
      SELECT coalesce(sum(${PAUSED_DAYS}), 0) FROM pause z WHERE z.period_id = p.id)
    WHERE p.id = ${periodId}::uuid`);
}

/** Both days inclusive. */
export async function insertPause(
  db: Db,
  days: { periodId: string; from: LocalDate; until: LocalDate },
  fact: NewFact,
): Promise<void> {
  const { periodId, from, until } = days;
  await db.pause.create({ data: { ...fact, id: newId(), periodId, from: toDb(from), until: toDb(until) } });
  await countPausedDays(db, periodId);
}

/** Ends a pause early: on `on` the clock runs again. */
export async function insertPauseEnd(db: Db, id: string, on: LocalDate, fact: NewFact): Promise<void> {
  const { periodId } = await db.pause.update({
    where: { id },
    data: { endedOn: toDb(on), endedAt: fact.recordedAt, endDecisionId: fact.decisionId },
  });
  await countPausedDays(db, periodId);
}
