import { type LocalizedText, readText } from '~/i18n/content';
import type { Db } from '~/platform/context';
import { Prisma, type CodeVersion as Row } from '~/platform/db/client';
import { newId } from '~/platform/ids';
import { fromDb, type LocalDate, toDb } from '~/platform/local-date';
import type { MomentCursor } from '~/platform/moment-cursor';
import type { CodeVersion, VersionRecord } from '../types';

function readVersion({ submissionKey: _key, ...row }: Row): VersionRecord {
  const outcome = row.outcome === 'confirmed' || row.outcome === 'declined' ? row.outcome : null;
  return { ...row, text: readText(row.text), inForceFrom: fromDb(row.inForceFrom), outcome };
}

const FACTS = {
  id: true,
  frameworkId: true,
  number: true,
  inForceFrom: true,
} satisfies Prisma.CodeVersionSelect;

/** Every confirmed version without its words, of these frameworks or of all, newest first. */
export async function listConfirmed(db: Db, frameworkIds?: readonly string[]): Promise<CodeVersion[]> {
  const rows = await db.codeVersion.findMany({
    where: { number: { not: null }, ...(frameworkIds ? { frameworkId: { in: [...frameworkIds] } } : {}) },
    select: FACTS,
    orderBy: [{ frameworkId: 'asc' }, { number: 'desc' }],
  });
  return rows.map((row) => ({ ...row, number: row.number ?? 0, inForceFrom: fromDb(row.inForceFrom) }));
}

/** The words of versions, by id. */
export async function loadTexts(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, LocalizedText>> {
  if (ids.length === 0) return new Map();
  const rows = await db.codeVersion.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, text: true },
  });
  return new Map(rows.map(({ id, text }) => [id, readText(text)]));
}

export async function findVersion(db: Db, id: string): Promise<VersionRecord | null> {
  const row = await db.codeVersion.findUnique({ where: { id } });
  return row && readVersion(row);
}

/** The same, with the row locked: decisions on one proposal wait for each other. */
export async function lockVersion(db: Db, id: string): Promise<VersionRecord | null> {
  await db.$queryRaw(Prisma.sql`SELECT 1 FROM code_version WHERE id = ${id}::uuid FOR UPDATE`);
  return findVersion(db, id);
}

/** The newest confirmed version of a framework. */
export async function findLast(db: Db, frameworkId: string): Promise<VersionRecord | null> {
  const row = await db.codeVersion.findFirst({
    where: { frameworkId, number: { not: null } },
    orderBy: { number: 'desc' },
  });
  return row && readVersion(row);
}

export type NewVersion = {
  frameworkId: string;
  submissionKey: string;
  text: LocalizedText;
  inForceFrom: LocalDate;
  reason: string;
  document: string;
  proposedBy: string;
  proposedAt: Date;
};

/** Null when one stands under the key, or another proposal of the framework is open. */
export async function insertVersion(db: Db, row: NewVersion): Promise<string | null> {
  const id = newId();
  const data = [{ ...row, id, inForceFrom: toDb(row.inForceFrom) }];
  return (await db.codeVersion.createMany({ data, skipDuplicates: true })).count === 1 ? id : null;
}

export const findSubmitted = (
  db: Db,
  submissionKey: string,
): Promise<{ id: string; proposedBy: string } | null> =>
  db.codeVersion.findUnique({ where: { submissionKey }, select: { id: true, proposedBy: true } });

type Decision = Pick<VersionRecord, 'outcome' | 'number' | 'decidedBy' | 'decidedAt' | 'note'>;

export async function closeVersion(db: Db, id: string, decision: Decision): Promise<void> {
  await db.codeVersion.update({ where: { id }, data: decision });
}

/** A page of everything that was proposed, last first. */
export async function findVersionPage(
  db: Db,
  after: MomentCursor | null,
  take: number,
): Promise<VersionRecord[]> {
  const rows = await db.codeVersion.findMany({
    where: after
      ? { OR: [{ proposedAt: { lt: after.at } }, { proposedAt: after.at, id: { lt: after.id } }] }
      : {},
    orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }],
    take,
  });
  return rows.map(readVersion);
}
