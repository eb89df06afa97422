import { z } from 'zod';
import type { Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import { addDays, type LocalDate } from '~/platform/local-date';

export type NextRenewalRow = {
  periodId: string;
  qualificationId: string;
  personId: string;
  displayName: string;
  latinName: string;
  until: LocalDate;
  /** The rules that count the running cycle. */
  ruleSetVersionId: string;
  /** The next period cannot begin before the day asked for. */
  isDue: boolean;
  /** A renewal has been asked for and is not decided. */
  isAsked: boolean;
  /** Of the components looked for: those that are not live today. */
  lacks: string[];
};

export type NextRenewalCursor = { until: LocalDate; periodId: string };

export type NextRenewalQuestion = {
  levelId: string;
  from: LocalDate;
  before: LocalDate | null;
  components: readonly string[];
  today: LocalDate;
  ends: readonly { ruleSetId: string; until: LocalDate }[];
};

const { sql } = Prisma;

/** The last day: it lies as many days later as the clock of the period stood still. */
const UNTIL = sql`(p.until + p.paused_days)`;

const isDue = ({ from }: NextRenewalQuestion) => sql`(${UNTIL} >= ${addDays(from, -1)}::date)`;

/** The newest period of each award of the level that can be followed by one under the rules asked for. */
function chosen(question: NextRenewalQuestion): Prisma.Sql {
  const { levelId, before, ends, today } = question;
  const first = ends.map((end) => end.until).sort()[0] ?? question.from;
  const table = JSON.stringify(ends);
  return sql`
    licence_period p JOIN qualification q ON q.id = p.qualification_id JOIN holder h ON h.person_id = q.person_id
    WHERE q.level_id = ${levelId}::uuid AND ${UNTIL} >= ${first}::date
      AND ${UNTIL} >= coalesce((SELECT (e ->> 'until')::date FROM jsonb_array_elements(${table}::jsonb) e
                               WHERE (e ->> 'ruleSetId')::uuid = p.rule_set_version_id), 'infinity'::date)
      ${before ? sql`AND ${UNTIL} < ${addDays(before, -1)}::date` : Prisma.empty}
      AND NOT EXISTS (SELECT 1 FROM licence_period n WHERE n.qualification_id = p.qualification_id AND n.no > p.no)
      AND NOT EXISTS (SELECT 1 FROM revocation r WHERE r.qualification_id = p.qualification_id
                        AND (r.annulled_on IS NULL OR r.annulled_on > ${today}::date))
      AND NOT EXISTS (SELECT 1 FROM surrender w WHERE w.qualification_id = p.qualification_id)`;
}

/** One page; ties are broken by the period. */
export function nextRenewalPage(
  question: NextRenewalQuestion,
  after: NextRenewalCursor | null,
  take: number,
): Prisma.Sql {
  const { components, today } = question;
  const next = after ? sql`AND (${UNTIL}, p.id) > (${after.until}::date, ${after.periodId}::uuid)` : sql``;
  return sql`
    SELECT p.id::text AS "periodId", q.id::text AS "qualificationId", q.person_id::text AS "personId",
           h.display_name AS "displayName", h.latin_name AS "latinName", ${UNTIL}::text AS until,
           p.rule_set_version_id::text AS "ruleSetVersionId", ${isDue(question)} AS "isDue",
           EXISTS (SELECT 1 FROM application a WHERE a.person_id = q.person_id AND a.level_id = q.level_id
                     AND a.kind = 'renewal' AND a.closed_at IS NULL) AS "isAsked",
           ARRAY(SELECT k FROM unnest(${[...components]}::text[]) k
                 WHERE NOT EXISTS (SELECT 1 FROM component c WHERE c.person_id = q.person_id AND c.kind = k
                   AND c."from" <= ${today}::date AND c.until >= ${today}::date)) AS lacks
    FROM ${chosen(question)} ${next} ORDER BY ${UNTIL} ASC, p.id ASC LIMIT ${take}`;
}

const rowSchema: z.ZodType<NextRenewalRow[]> = z.array(
  z.object({
    periodId: z.string(),
    qualificationId: z.string(),
    personId: z.string(),
    displayName: z.string(),
    latinName: z.string(),
    until: z.string(),
    ruleSetVersionId: z.string(),
    isDue: z.boolean(),
    isAsked: z.boolean(),
    lacks: z.array(z.string()),
  }),
);

export const findNextRenewals = async (
  db: Db,
  question: NextRenewalQuestion,
  after: NextRenewalCursor | null,
  take: number,
): Promise<NextRenewalRow[]> => rowSchema.parse(await db.$queryRaw(nextRenewalPage(question, after, take)));

export async function countNextRenewals(
  db: Db,
  question: NextRenewalQuestion,
): Promise<{ due: number; late: number }> {
  const [row] = await db.$queryRaw<{ due: number; late: number }[]>(sql`
    SELECT count(*) FILTER (WHERE f.due)::int AS due, count(*) FILTER (WHERE NOT f.due)::int AS late
    FROM (SELECT ${isDue(question)} AS due FROM ${chosen(question)}) f`);
  return row ?? { due: 0, late: 0 };
}

export const countOpenAwards = (db: Db, levelId: string): Promise<number> =>
  db.application.count({ where: { levelId, kind: 'award', closedAt: null } });
