import { z } from 'zod';
import type { Db } from '~/platform/context';
import { Prisma, type Report } from '~/platform/db/client';
import { likeText } from '~/platform/db/like-text.server';
import { newId } from '~/platform/ids';
import { fromDb, type LocalDate, toDb } from '~/platform/local-date';
import type { ReportOrder, ReportRow, ReportTotals, StoredReport } from '../types';

const figure = z.number().int();
/** With the figures of its own version, whichever they are: the checksum covers these. */
const row: z.ZodType<unknown> = z
  .object({ place: z.string(), level: z.string(), missing: z.record(z.string(), figure) })
  .catchall(figure);
const totals = z.object({
  version: figure,
  framework: z.string(),
  path: z.string(),
  on: z.string(),
  knownAt: z.string(),
  rows: z.array(row as z.ZodType<ReportRow>),
});

const read = (row: Report): StoredReport => ({
  id: row.id,
  frameworkId: row.frameworkId,
  path: row.path,
  on: fromDb(row.on),
  knownAt: row.knownAt,
  levelsAll: row.levelsAll,
  levelsDone: row.levelsDone,
  counted:
    row.totals !== null && row.sha256 !== null && row.countedAt !== null
      ? { totals: totals.parse(row.totals), sha256: row.sha256, at: row.countedAt }
      : null,
});

export async function findReport(db: Db, id: string): Promise<StoredReport | null> {
  const row = await db.report.findUnique({ where: { id } });
  return row ? read(row) : null;
}

export type NewReport = ReportOrder & { orderedBy: string; orderKey: string; levelsAll: number };

/** Writes an order down. Gives the report of the same order, or of the same day and place that is being counted, where there is one. */
export async function insertReport(db: Db, order: NewReport): Promise<{ id: string; isNew: boolean }> {
  const { frameworkId, path, on, knownAt, orderedBy, orderKey, levelsAll } = order;
  const id = newId();
  const isNew = await db.$executeRaw(Prisma.sql`
    INSERT INTO report (id, framework_id, path, "on", known_at, ordered_by, order_key, levels_all)
    VALUES (${id}::uuid, ${frameworkId}::uuid, ${path}, ${on}::date, ${knownAt}::timestamptz, ${orderedBy}::uuid,
      ${orderKey}::uuid, ${levelsAll}::smallint)
    ON CONFLICT DO NOTHING`);
  if (isNew === 1) return { id, isNew: true };
  const same = { frameworkId, path, on: toDb(on) };
  const known =
    (await db.report.findFirst({ where: { ...same, orderKey }, select: { id: true } })) ??
    (await db.report.findFirst({ where: same, orderBy: { id: 'desc' }, select: { id: true } }));
  if (!known) throw new Error('A report was refused for another that is not there');
  return { id: known.id, isNew: false };
}

export const noteProgress = (db: Db, id: string, levelsDone: number) =>
  db.report.updateMany({
    where: { id, countedAt: null, levelsDone: { lt: levelsDone } },
    data: { levelsDone },
  });

/** Closes a report with its totals; false when it is closed already. */
export async function closeReport(
  db: Db,
  id: string,
  counted: { totals: ReportTotals; sha256: string; at: Date; levelsDone: number },
): Promise<boolean> {
  const { totals, sha256, at, levelsDone } = counted;
  const kept: Prisma.InputJsonObject = JSON.parse(JSON.stringify(totals));
  const data = { totals: kept, sha256, countedAt: at, levelsDone };
  return (await db.report.updateMany({ where: { id, countedAt: null }, data })).count > 0;
}

export type ListedReport = Omit<StoredReport, 'counted'> & { isCounted: boolean };
/** A framework and the places of it that may be read. */
export type ReadableFramework = { frameworkId: string; reach: readonly string[] };
export type ReportsFilter = { readable: readonly ReadableFramework[]; on: LocalDate | null };
export type ReportCursor = { on: LocalDate; id: string };

/** Reports at, above or below a place hold numbers of it. */
const touches = (place: string): Prisma.Sql =>
  Prisma.sql`(r.path LIKE ${`${likeText(place)}%`} OR starts_with(${place}::text, r.path))`;

function readable({ frameworkId, reach }: ReadableFramework): Prisma.Sql {
  const places = reach.length > 0 ? Prisma.join(reach.map(touches), ' OR ') : Prisma.sql`false`;
  return Prisma.sql`(r.framework_id = ${frameworkId}::uuid AND (${places}))`;
}

/**
 * The page after the cursor, the newest day first; of one day what was ordered last. As a case the planner takes it that
 * every second row may be read, and walks along the days until the page is full.
 */
export function reportPage(filter: ReportsFilter, after: ReportCursor | null, take: number): Prisma.Sql {
  const parts = [
    filter.readable.length > 0
      ? Prisma.sql`CASE WHEN ${Prisma.join(filter.readable.map(readable), ' OR ')} THEN true ELSE false END`
      : Prisma.sql`false`,
  ];
  if (filter.on) parts.push(Prisma.sql`r."on" = ${filter.on}::date`);
  if (after) parts.push(Prisma.sql`(r."on", r.id) < (${after.on}::date, ${after.id}::uuid)`);
  return Prisma.sql`
    SELECT r.id::text AS id, r.framework_id::text AS "frameworkId", r.path, r."on"::text AS "on", r.known_at AS "knownAt",
      r.levels_all::int AS "levelsAll", r.levels_done::int AS "levelsDone", r.counted_at IS NOT NULL AS "isCounted"
    FROM report r WHERE ${Prisma.join(parts, ' AND ')} ORDER BY r."on" DESC, r.id DESC LIMIT ${take}`;
}

const listed: z.ZodType<ListedReport[]> = z.array(
  z.object({
    id: z.string(),
    frameworkId: z.string(),
    path: z.string(),
    on: z.string(),
    knownAt: z.date(),
    levelsAll: z.number(),
    levelsDone: z.number(),
    isCounted: z.boolean(),
  }),
);

export const findReportPage = async (
  db: Db,
  filter: ReportsFilter,
  after: ReportCursor | null,
  take: number,
): Promise<ListedReport[]> => listed.parse(await db.$queryRaw(reportPage(filter, after, take)));
