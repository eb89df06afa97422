import { z } from 'zod';
import type { PeriodPlan } from '~/domain/frameworks/types';
import type { Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import { newId } from '~/platform/ids';
import { type LocalDate, toDb } from '~/platform/local-date';
import { componentGaps, movedDates, pausedSpan, spanUntil } from '../rules/licence-standing';
import type { ComponentSpan, StandingFacts } from '../types';
import { componentsOf } from './licences-on.server';

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

type KeptPeriod = NewPeriod & { id: string };

/** Cycles of the people whose ids `q` has, each with the person's place. */
const periodRows = (rows: readonly KeptPeriod[], q: Prisma.Sql): Prisma.Sql => Prisma.sql`
  INSERT INTO licence_period (id, qualification_id, no, "from", until, window_opens, grace_until, rule_set_version_id,
    components, zone, application_id, recorded_at, path)
  SELECT row.id, q.id, row.no, row."from", row.until, row."windowOpens", row."graceUntil", row."ruleSetVersionId",
    row.components, row.zone, row."applicationId", row."recordedAt", coalesce(h.path, '/')
  FROM jsonb_to_recordset(${JSON.stringify(rows.map(({ period, ...row }) => ({ ...row, ...period })))}::jsonb) AS row (
    id uuid, "qualificationId" uuid, no int, "from" date, until date, "windowOpens" date, "graceUntil" date,
    "ruleSetVersionId" uuid, components text[], zone text, "applicationId" uuid, "recordedAt" timestamptz)
  JOIN ${q} q ON q.id = row."qualificationId" LEFT JOIN holder h ON h.person_id = q.person_id`;

/** Adds a cycle; those before it stay as they are. Gives its id. */
export async function insertPeriod(db: Db, row: NewPeriod): Promise<string> {
  const id = newId();
  await db.$executeRaw(periodRows([{ ...row, id }], Prisma.sql`qualification`));
  return id;
}

export type NewAward = Omit<NewPeriod, 'no' | 'applicationId'> & {
  periodId: string;
  personId: string;
  levelId: string;
  /** Null: an old paper proves it. */
  applicationId: string | null;
  awardedOn: LocalDate;
};

/** Writes awards and their first periods in one statement. */
export async function insertAwards(db: Db, awards: readonly NewAward[]): Promise<void> {
  const periods = awards.map(({ periodId: id, applicationId: _award, ...award }) => ({
    ...award,
    id,
    no: 1,
  }));
  await db.$executeRaw(Prisma.sql`
    WITH awarded AS (
      INSERT INTO qualification (id, person_id, level_id, application_id, awarded_on, recorded_at)
      SELECT "qualificationId", "personId", "levelId", "applicationId", "awardedOn", "recordedAt"
      FROM jsonb_to_recordset(${JSON.stringify(awards)}::jsonb) AS row ("qualificationId" uuid, "personId" uuid,
        "levelId" uuid, "applicationId" uuid, "awardedOn" date, "recordedAt" timestamptz)
      RETURNING id, person_id
    ) ${periodRows(periods, Prisma.sql`awarded`)}`);
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
  | { personIds: readonly string[] }
  | { qualificationIds: readonly string[] }
  | { periodIds: readonly string[] }
  | EndingChoice;

/** Each side by an index: on the last day of a period or a condition. */
export const peopleEnding = ({ on, after, take }: EndingChoice['ending']): Prisma.Sql => Prisma.sql`
  SELECT person_id FROM (
    SELECT o.person_id FROM licence_period e JOIN qualification o ON o.id = e.qualification_id
    WHERE e.until + e.paused_days = ${on}::date
    UNION SELECT o.person_id FROM component c JOIN qualification o ON o.person_id = c.person_id WHERE c.until = ${on}::date
  ) ending WHERE ${after === null ? Prisma.sql`true` : Prisma.sql`person_id > ${after}::uuid`}
  ORDER BY person_id LIMIT ${take}`;

function chosen(choice: LicenceChoice): Prisma.Sql {
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
  surrenderedOn: z.string().nullable(),
  revocations: listOf(z.object({ from: z.string(), annulledOn: z.string().nullable() })),
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
      pauses: listOf(span.extend({ endedOn: z.string().nullable() })),
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
  const since = (day: Prisma.Sql, at: Prisma.Sql) =>
    knownAt ? Prisma.sql`CASE WHEN ${at} <= ${knownAt}::timestamptz THEN ${day} END` : day;
  const liftedOn = since(Prisma.sql`s.lifted_on`, Prisma.sql`s.lifted_at`);
  const annulledOn = since(Prisma.sql`r.annulled_on`, Prisma.sql`r.annulled_at`);
  const endedOn = since(Prisma.sql`z.ended_on`, Prisma.sql`z.ended_at`);
  return Prisma.sql`
    SELECT q.id::text AS id, q.person_id::text AS "personId", q.level_id::text AS "levelId",
      q.awarded_on::text AS "awardedOn",
      (SELECT w.effective_on::text FROM surrender w
       WHERE w.qualification_id = q.id ${known(Prisma.sql`w.recorded_at`)}) AS "surrenderedOn",
      (SELECT json_agg(json_build_object('from', r.effective_on, 'annulledOn', ${annulledOn}) ORDER BY r.effective_on, r.id)
       FROM revocation r WHERE r.qualification_id = q.id ${known(Prisma.sql`r.recorded_at`)}) AS revocations,
      (SELECT json_agg(json_build_object('id', p.id, 'no', p.no,
         'ruleSetVersionId', p.rule_set_version_id, 'recordedOn', (p.recorded_at AT TIME ZONE p.zone)::date, 'from', p."from", 'until', p.until,
         'windowOpens', p.window_opens, 'graceUntil', p.grace_until, 'components', p.components, 'zone', p.zone,
         'pauses', (SELECT json_agg(json_build_object('from', z."from", 'until', z.until, 'endedOn', ${endedOn}))
           FROM pause z WHERE z.period_id = p.id ${known(Prisma.sql`z.recorded_at`)})) ORDER BY p.no)
       FROM licence_period p WHERE p.qualification_id = q.id ${known(Prisma.sql`p.recorded_at`)}) AS periods,
      (SELECT json_agg(json_build_object('from', s."from", 'liftedOn', ${liftedOn}))
       FROM suspension s WHERE s.qualification_id = q.id ${known(Prisma.sql`s.recorded_at`)}) AS suspensions,
      (SELECT json_agg(json_build_object('kind', c.kind, 'from', c."from", 'until', c.until))
       FROM ${componentsOf(knownAt ? { at: knownAt, isMoved: true } : null)}) AS components
    FROM qualification q WHERE ${chosen(choice)} ${known(Prisma.sql`q.recorded_at`)}
    ORDER BY q.awarded_on, q.id`;
};

function standingFacts(row: LicenceRow): StandingFacts[] {
  const revocations = row.revocations.flatMap(({ from, annulledOn }) => spanUntil(from, annulledOn));
  const suspensions = row.suspensions.flatMap(({ from, liftedOn }) =>
    spanUntil(from, liftedOn).map((each) => ({ ...each, kind: 'disciplinary' as const })),
  );
  return row.periods.map((period, index) => {
    const pauses = period.pauses.flatMap(pausedSpan);
    const dates = movedDates(period, pauses);
    return {
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
      ...dates,
      suspensions: [...suspensions, ...pauses.map((each) => ({ ...each, kind: 'paused' as const }))],
      lapsedComponents: componentGaps(period.components, row.components, { ...period, ...dates }),
      revocations,
      surrenderedOn: row.surrenderedOn,
      supersededOn: row.periods[index + 1]?.from ?? null,
    };
  });
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

const componentRows = (personIds: readonly string[]): Prisma.Sql => Prisma.sql`
  SELECT c.person_id AS "personId", c.kind, c."from"::text AS "from", c.until::text AS until FROM component c
  WHERE c.person_id = ANY(${[...personIds]}::uuid[]) ORDER BY c.until DESC, c.id`;

type OwnedComponent = ComponentSpan & { personId: string };

/** Live conditions of people, each one's longest first. */
export const listComponentsOf = (db: Db, personIds: readonly string[]): Promise<OwnedComponent[]> =>
  db.$queryRaw(componentRows(personIds));

const holdings = z.tuple([
  z.object({
    licences: listOf(licenceRow),
    components: listOf(span.extend({ personId: z.string(), kind: z.string() })),
  }),
]);

/** The facts of every period of people, and their live conditions, in one statement. */
export async function loadHoldings(
  db: Db,
  personIds: readonly string[],
): Promise<{ facts: StandingFacts[]; components: OwnedComponent[] }> {
  const rows = await db.$queryRaw(Prisma.sql`
    SELECT (SELECT json_agg(l) FROM (${licenceFacts({ personIds }, null)}) l) AS licences,
      (SELECT json_agg(c) FROM (${componentRows(personIds)}) c) AS components`);
  const [{ licences, components }] = holdings.parse(rows);
  return { facts: licences.flatMap(standingFacts), components };
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
