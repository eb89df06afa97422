import { z } from 'zod';
import type { PeriodPlan } from '~/domain/frameworks/types';
import type { Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import { newId } from '~/platform/ids';
import { addDays, type LocalDate, toDb } from '~/platform/local-date';
import { componentGaps } from '../rules/licence-standing';
import type { ComponentSpan, StandingFacts } from '../types';
import { placePeriods } from './holders.server';

export type NewPeriod = {
  qualificationId: string;
  no: number;
  period: PeriodPlan;
  ruleSetVersionId: string;
  components: string[];
  zone: string;
  /** The renewal that was confirmed. */
  applicationId?: string;
  recordedAt: Date;
};

/** Adds a cycle; those before it stay as they are. Gives its id. */
export async function insertPeriod(db: Db, { period, ...row }: NewPeriod): Promise<string> {
  const id = newId();
  await db.licencePeriod.create({
    data: {
      ...row,
      id,
      from: toDb(period.from),
      until: toDb(period.until),
      windowOpens: toDb(period.windowOpens),
      graceUntil: toDb(period.graceUntil),
    },
  });
  await placePeriods(db, Prisma.sql`p.id = ${id}::uuid`);
  return id;
}

export type NewAward = Omit<NewPeriod, 'qualificationId' | 'no' | 'applicationId'> & {
  personId: string;
  levelId: string;
  /** Null: an old paper proves it. */
  applicationId: string | null;
  awardedOn: LocalDate;
};

/** Writes the award and its first period. */
export async function insertAward(
  db: Db,
  award: NewAward,
): Promise<{ qualificationId: string; periodId: string }> {
  const { personId, levelId, applicationId, awardedOn, ...first } = award;
  const { recordedAt } = first;
  const id = newId();
  await db.qualification.create({
    data: { id, personId, levelId, applicationId, awardedOn: toDb(awardedOn), recordedAt },
  });
  return { qualificationId: id, periodId: await insertPeriod(db, { ...first, qualificationId: id, no: 1 }) };
}

/** Every period of an award, with the award locked: acts on it wait for each other. */
export async function lockLicence(db: Db, qualificationId: string): Promise<StandingFacts[]> {
  await db.$queryRaw(Prisma.sql`SELECT 1 FROM qualification WHERE id = ${qualificationId}::uuid FOR UPDATE`);
  return loadStandingFacts(db, { qualificationIds: [qualificationId] }, null);
}

/** The next `take` people with an award, by their ids, for whom a period or a condition has its last day on `on`. */
export type EndingChoice = { ending: { on: LocalDate; after: string | null; take: number } };

/** Which licences: of a person, of awards, of single periods, or of people for whom something ends. */
export type LicenceChoice =
  | { personId: string }
  | { personIds: readonly string[] }
  | { qualificationIds: readonly string[] }
  | { periodIds: readonly string[] }
  | EndingChoice;

/** Both sides by an index on the last day. */
export const peopleEnding = ({ on, after, take }: EndingChoice['ending']): Prisma.Sql => Prisma.sql`
  SELECT person_id FROM (
    SELECT o.person_id FROM licence_period e JOIN qualification o ON o.id = e.qualification_id WHERE e.until = ${on}::date
    UNION SELECT o.person_id FROM component c JOIN qualification o ON o.person_id = c.person_id WHERE c.until = ${on}::date
  ) ending WHERE ${after === null ? Prisma.sql`true` : Prisma.sql`person_id > ${after}::uuid`}
  ORDER BY person_id LIMIT ${take}`;

function chosen(choice: LicenceChoice): Prisma.Sql {
  if ('personId' in choice) return Prisma.sql`q.person_id = ${choice.personId}::uuid`;
  if ('personIds' in choice) return Prisma.sql`q.person_id = ANY(${[...choice.personIds]}::uuid[])`;
  if ('ending' in choice) return Prisma.sql`q.person_id IN (${peopleEnding(choice.ending)})`;
  if ('qualificationIds' in choice) return Prisma.sql`q.id = ANY(${[...choice.qualificationIds]}::uuid[])`;
  return Prisma.sql`q.id IN (SELECT o.qualification_id FROM licence_period o WHERE o.id = ANY(${[...choice.periodIds]}::uuid[]))`;
}

const span = z.object({ from: z.string(), until: z.string() });
const listOf = <T extends z.ZodType>(shape: T) =>
  z
    .array(shape)
    .nullable()
    .transform((rows) => rows ?? []);

const licenceRow = z.object({
  id: z.string(),
  personId: z.string(),
  levelId: z.string(),
  awardedOn: z.string(),
  revokedOn: z.string().nullable(),
  periods: listOf(
    span.extend({
      id: z.string(),
      no: z.number(),
      ruleSetVersionId: z.string(),
      recordedOn: z.string(),
      windowOpens: z.string(),
      graceUntil: z.string(),
      components: z.array(z.string()),
      zone: z.string(),
    }),
  ),
  suspensions: listOf(z.object({ from: z.string(), liftedOn: z.string().nullable() })),
  components: listOf(span.extend({ kind: z.string() })),
});
type LicenceRow = z.infer<typeof licenceRow>;

/** Everything in one statement; facts recorded after the moment are left out. */
const licenceFacts = (choice: LicenceChoice, knownAt: Date | null): Prisma.Sql => {
  const known = (column: Prisma.Sql) =>
    knownAt ? Prisma.sql`AND ${column} <= ${knownAt}::timestamptz` : Prisma.empty;
  const liftedOn = knownAt
    ? Prisma.sql`CASE WHEN s.lifted_at <= ${knownAt}::timestamptz THEN s.lifted_on END`
    : Prisma.sql`s.lifted_on`;
  return Prisma.sql`
    SELECT q.id::text AS id, q.person_id::text AS "personId", q.level_id::text AS "levelId",
      q.awarded_on::text AS "awardedOn",
      (SELECT r.effective_on::text FROM revocation r
       WHERE r.qualification_id = q.id ${known(Prisma.sql`r.recorded_at`)}) AS "revokedOn",
      (SELECT json_agg(json_build_object('id', p.id, 'no', p.no,
         'ruleSetVersionId', p.rule_set_version_id, 'recordedOn', (p.recorded_at AT TIME ZONE p.zone)::date, 'from', p."from", 'until', p.until,
         'windowOpens', p.window_opens, 'graceUntil', p.grace_until, 'components', p.components, 'zone', p.zone)
         ORDER BY p.no)
       FROM licence_period p WHERE p.qualification_id = q.id ${known(Prisma.sql`p.recorded_at`)}) AS periods,
      (SELECT json_agg(json_build_object('from', s."from", 'liftedOn', ${liftedOn}))
       FROM suspension s WHERE s.qualification_id = q.id ${known(Prisma.sql`s.recorded_at`)}) AS suspensions,
      (SELECT json_agg(json_build_object('kind', c.kind, 'from', c."from", 'until', c.until))
       FROM component c WHERE c.person_id = q.person_id ${known(Prisma.sql`c.recorded_at`)}) AS components
    FROM qualification q WHERE ${chosen(choice)} ${known(Prisma.sql`q.recorded_at`)}
    ORDER BY q.awarded_on, q.id`;
};

function standingFacts(row: LicenceRow): StandingFacts[] {
  const suspensions = row.suspensions.map(({ from, liftedOn }) => ({
    from,
    kind: 'disciplinary' as const,
    ...(liftedOn ? { to: addDays(liftedOn, -1) } : {}),
  }));
  return row.periods.map((period, index) => ({
    periodId: period.id,
    qualificationId: row.id,
    personId: row.personId,
    levelId: row.levelId,
    no: period.no,
    ruleSetVersionId: period.ruleSetVersionId,
    recordedOn: period.recordedOn,
    zone: period.zone,
    awardedOn: row.awardedOn,
    from: period.from,
    until: period.until,
    windowOpens: period.windowOpens > period.until ? null : period.windowOpens,
    graceUntil: period.graceUntil > period.until ? period.graceUntil : null,
    suspensions,
    lapsedComponents: componentGaps(period.components, row.components, period),
    revocation: row.revokedOn ? { effectiveOn: row.revokedOn } : null,
    surrenderedOn: null,
    supersededOn: row.periods[index + 1]?.from ?? null,
  }));
}

/** The facts of every period of the licences, by award and cycle. */
export async function loadStandingFacts(
  db: Db,
  choice: LicenceChoice,
  knownAt: Date | null,
): Promise<StandingFacts[]> {
  const rows = z.array(licenceRow).parse(await db.$queryRaw(licenceFacts(choice, knownAt)));
  const facts = rows.flatMap(standingFacts);
  return 'periodIds' in choice ? facts.filter(({ periodId }) => choice.periodIds.includes(periodId)) : facts;
}

/** Live conditions of a person, the longest first. */
export async function listComponentsOf(db: Db, personId: string): Promise<ComponentSpan[]> {
  return db.$queryRaw(Prisma.sql`
    SELECT c.kind, c."from"::text AS "from", c.until::text AS until FROM component c
    WHERE c.person_id = ${personId}::uuid ORDER BY c.until DESC, c.id`);
}

export type NewComponent = {
  personId: string;
  kind: string;
  from: LocalDate;
  until: LocalDate;
  evidenceId: string;
  recordedAt: Date;
};

/** Once for each evidence. */
export async function insertComponent(db: Db, { from, until, ...component }: NewComponent): Promise<void> {
  await db.component.createMany({
    data: [{ ...component, id: newId(), from: toDb(from), until: toDb(until) }],
    skipDuplicates: true,
  });
}
