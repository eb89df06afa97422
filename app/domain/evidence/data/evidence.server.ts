import { type LocalizedText, readText } from '~/i18n/content';
import type { Db } from '~/platform/context';
import type { Evidence } from '~/platform/db/client';
import { fromDb, type LocalDate, toDb } from '~/platform/local-date';
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

const readRow = (row: Evidence, type: EvidenceType, place: string | null): EvidenceRow => ({
  id: row.id,
  sourceId: row.sourceId,
  type,
  ref: row.ref,
  title: readText(row.title),
  component: row.component,
  hours: row.hours === null ? null : Number(row.hours),
  points: row.points,
  category: row.category,
  scorePercent: row.scorePercent,
  occurredOn: fromDb(row.occurredOn),
  validUntil: row.validUntil ? fromDb(row.validUntil) : null,
  recordedAt: row.recordedAt,
  place,
});

/** All evidence of people that was known at the moment, by person, newest first; practicals with their place. */
export async function listEvidenceOf(
  db: Db,
  personIds: readonly string[],
  knownAt: Date | null,
): Promise<Map<string, EvidenceRow[]>> {
  const rows = await db.evidence.findMany({
    where: { personId: { in: [...personIds] }, ...(knownAt ? { recordedAt: { lte: knownAt } } : {}) },
    orderBy: [{ occurredOn: 'desc' }, { id: 'desc' }],
    take: 1000 * personIds.length,
  });
  const sheetIds = rows.filter(({ type }) => type === 'practical').map(({ sourceId }) => sourceId);
  const sheets =
    sheetIds.length === 0
      ? []
      : await db.scoreSheet.findMany({ where: { id: { in: sheetIds } }, select: { id: true, place: true } });
  const places = new Map(sheets.map(({ id, place }) => [id, place]));
  const found = new Map<string, EvidenceRow[]>(personIds.map((personId) => [personId, []]));
  for (const row of rows)
    if (isKnownType(row.type))
      found.get(row.personId)?.push(readRow(row, row.type, places.get(row.sourceId) ?? null));
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
