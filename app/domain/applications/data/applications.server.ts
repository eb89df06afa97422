import { z } from 'zod';
import { localizedText } from '~/i18n/content';
import { isLang, type Lang } from '~/i18n/locales';
import type { Db } from '~/platform/context';
import { type Application, type ApplicationDecision as DecisionRecord, Prisma } from '~/platform/db/client';
import { newId } from '~/platform/ids';
import { fromDb, type LocalDate } from '~/platform/local-date';
import type { ApplicationDecision, ApplicationKind, ApplicationRow } from '../types';

const inOrder = {
  decisions: { orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }] },
} satisfies Prisma.ApplicationInclude;

/** By which papers of others requirements counted as met, as the decision noted it. */
const countedSchema = z.object({
  counted: z
    .array(
      z.object({
        kind: z.enum(['equivalence', 'grant']),
        id: z.string(),
        paper: localizedText,
        on: z.string(),
        conditions: localizedText.nullable(),
      }),
    )
    .default([]),
  conditionsChecked: z.boolean().default(false),
});

const readDecision = (row: DecisionRecord): ApplicationDecision => ({
  id: row.id,
  act: row.act,
  actorId: row.actorId,
  reason: row.reason,
  note: row.note,
  effectiveOn: fromDb(row.effectiveOn),
  recordedAt: row.recordedAt,
  ...countedSchema.parse(row.after),
});

const readApplication = (row: Application & { decisions: DecisionRecord[] }): ApplicationRow => ({
  id: row.id,
  kind: row.kind === 'renewal' ? 'renewal' : 'award',
  personId: row.personId,
  levelId: row.levelId,
  ruleSetVersionId: row.ruleSetVersionId,
  path: row.path,
  note: row.note,
  languages: row.languages.filter(isLang),
  submittedAt: row.submittedAt,
  closedAt: row.closedAt,
  decisions: row.decisions.map(readDecision),
});

export type NewApplication = {
  id: string;
  kind: ApplicationKind;
  personId: string;
  levelId: string;
  ruleSetVersionId: string;
  path: string;
  note: string;
  languages: Lang[];
  submittedAt: Date;
};

/** Writes the application unless one of the person for the level is open; gives the open one. */
export async function insertApplication(
  db: Db,
  row: NewApplication,
): Promise<{ id: string; isNew: boolean }> {
  const { count } = await db.application.createMany({ data: [row], skipDuplicates: true });
  if (count === 1) return { id: row.id, isNew: true };
  const open = await findOpenApplication(db, row.personId, row.levelId);
  return { id: open?.id ?? row.id, isNew: false };
}

export const findOpenApplication = (
  db: Db,
  personId: string,
  levelId: string,
): Promise<{ id: string } | null> =>
  db.application.findFirst({
    where: { personId, levelId, closedAt: null },
    select: { id: true },
  });

export async function findApplication(db: Db, id: string): Promise<ApplicationRow | null> {
  const row = await db.application.findUnique({ where: { id }, include: inOrder });
  return row ? readApplication(row) : null;
}

/** Those that exist, in the order of their ids. */
export async function findApplications(db: Db, ids: readonly string[]): Promise<ApplicationRow[]> {
  const rows = await db.application.findMany({
    where: { id: { in: [...ids] } },
    include: inOrder,
    orderBy: { id: 'asc' },
  });
  return rows.map(readApplication);
}

/**
 * The same, with the rows locked until the transaction ends, in the order of their ids: decisions on one application
 * wait for each other.
 */
export async function lockApplications(db: Db, ids: readonly string[]): Promise<ApplicationRow[]> {
  await db.$queryRaw(Prisma.sql`
    SELECT 1 FROM application WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`);
  return findApplications(db, ids);
}

/** Newest first. */
export async function listApplicationsOf(db: Db, personId: string): Promise<ApplicationRow[]> {
  const rows = await db.application.findMany({
    where: { personId },
    include: inOrder,
    orderBy: [{ submittedAt: 'desc' }, { id: 'desc' }],
    take: 100,
  });
  return rows.map(readApplication);
}

/** Null opens it again. */
export const closeApplication = (db: Db, id: string, closedAt: Date | null) =>
  db.application.update({ where: { id }, data: { closedAt } });

export type NewDecision = {
  applicationId: string;
  act: string;
  key: 1 | 2;
  round: number;
  actorId: string;
  reason?: string;
  note: string;
  before: Prisma.InputJsonObject;
  after: Prisma.InputJsonObject;
  effectiveOn: LocalDate;
  recordedAt: Date;
  /** It ends the application. */
  closes: boolean;
};

/** Writes decisions down; those that end their applications close them, in the same statement. */
export async function insertDecisions(db: Db, decisions: readonly NewDecision[]): Promise<void> {
  const rows = decisions.map((row) => ({ ...row, id: newId() }));
  await db.$executeRaw(Prisma.sql`
    WITH made AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row (id uuid, "applicationId" uuid, act text, key int,
        round int, "actorId" uuid, reason text, note text, before jsonb, after jsonb, "effectiveOn" date,
        "recordedAt" timestamptz, closes boolean)
    ), decided AS (
      INSERT INTO application_decision (id, application_id, act, key, round, actor_id, reason, note, before, after,
        effective_on, recorded_at)
      SELECT id, "applicationId", act, key, round, "actorId", reason, note, before, after, "effectiveOn", "recordedAt"
      FROM made
    )
    UPDATE application a SET closed_at = m."recordedAt" FROM made m WHERE a.id = m."applicationId" AND m.closes`);
}
