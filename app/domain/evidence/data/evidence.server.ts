import { type LocalizedText, readText } from '~/i18n/content';
import type { Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import { type LocalDate, toDb } from '~/platform/local-date';
import { EVIDENCE_TYPES, type EvidenceRow, type EvidenceType } from '../types';

export type NewEvidence = {
  id: string;
  personId: string;
  type: EvidenceType;
  sourceId: string;
  ref: string;
  title: LocalizedText;
  component: string | null;
  hours: number | null;
  points: number;
  category: string;
  scorePercent?: number | null;
  occurredOn: LocalDate;
  validUntil: LocalDate | null;
  recordedAt: Date;
  confirmedBy: string | null;
};

/** False when the same source was recorded before, also by a transaction that ended just now. */
export async function insertEvidence(db: Db, row: NewEvidence): Promise<boolean> {
  const { count } = await db.evidence.createMany({
    data: [
      {
        ...row,
        occurredOn: toDb(row.occurredOn),
        validUntil: row.validUntil ? toDb(row.validUntil) : null,
        confirmedAt: row.recordedAt,
      },
    ],
    skipDuplicates: true,
  });
  return count === 1;
}

/** Whether a course, any version, gave hours or points until a day by another completion: one without an end, or one after `since` that holds longer than `until`. */
export async function isCourseLive(
  db: Db,
  of: { personId: string; ref: string; sourceId: string; on: LocalDate; until: LocalDate; since: LocalDate },
): Promise<boolean> {
  const row = await db.evidence.findFirst({
    where: {
      ...{ personId: of.personId, type: 'course', sourceId: { not: of.sourceId } },
      ref: { startsWith: `${of.ref.split('@')[0]}@` },
      occurredOn: { lte: toDb(of.on) },
      NOT: { hours: null, points: 0 },
      OR: [{ validUntil: null }, { validUntil: { gt: toDb(of.until) }, occurredOn: { gt: toDb(of.since) } }],
    },
    select: { id: true },
  });
  return row !== null;
}

const isKnownType = (type: string): type is EvidenceType => EVIDENCE_TYPES.some((each) => each === type);

type StoredRow = Omit<EvidenceRow, 'type' | 'title'> & { personId: string; type: string; title: unknown };

/** All evidence of people that was known at the moment, by person, newest first; practicals with their place. One statement. */
export async function listEvidenceOf(
  db: Db,
  personIds: readonly string[],
  knownAt: Date | null,
): Promise<Map<string, EvidenceRow[]>> {
  const rows = await db.$queryRaw<StoredRow[]>(Prisma.sql`
    SELECT e.id::text AS id, e.person_id::text AS "personId", e.type, e.source_id AS "sourceId", e.ref, e.title, e.component,
      e.hours::float8 AS hours, e.points, e.category, e.score_percent AS "scorePercent", e.occurred_on::text AS "occurredOn",
      e.valid_until::text AS "validUntil", e.recorded_at AS "recordedAt", s.place
    FROM evidence e LEFT JOIN score_sheet s ON s.id = CASE WHEN e.type = 'practical' THEN e.source_id::uuid END
    WHERE e.person_id = ANY(${[...personIds]}::uuid[])
      ${knownAt ? Prisma.sql`AND e.recorded_at <= ${knownAt}::timestamptz` : Prisma.empty}
    ORDER BY e.occurred_on DESC, e.id DESC LIMIT ${1000 * personIds.length}`);
  const found = new Map<string, EvidenceRow[]>(personIds.map((personId) => [personId, []]));
  for (const { personId, type, title, ...row } of rows)
    if (isKnownType(type)) found.get(personId)?.push({ ...row, type, title: readText(title) });
  return found;
}

/** Which of the sources stand in the evidence already. */
export async function knownSources(
  db: Db,
  type: EvidenceType,
  sourceIds: readonly string[],
): Promise<Set<string>> {
  const rows = await db.evidence.findMany({
    where: { type, sourceId: { in: [...sourceIds] } },
    select: { sourceId: true },
  });
  return new Set(rows.map(({ sourceId }) => sourceId));
}
