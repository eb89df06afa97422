import { readText } from '~/i18n/content';
import type { Db } from '~/platform/context';
import { type SignatoryAct as ActRow, Prisma, type Signatory as Row } from '~/platform/db/client';
import { newId } from '~/platform/ids';
import { fromDb, type LocalDate, toDb } from '~/platform/local-date';
import type { FrameworkDefinition } from '../inputs';
import type { SignatoryAct, SignatoryDeed, SignatoryTerm } from '../types';

const withActs = { acts: { orderBy: { position: 'asc' } } } satisfies Prisma.SignatoryInclude;

const readAct = ({ act, on, document, actorId, recordedAt }: ActRow): SignatoryAct => ({
  act: act as SignatoryDeed,
  on: on && fromDb(on),
  document,
  actorId,
  recordedAt,
});

const readTerm = ({ submissionKey: _key, ...row }: Row & { acts: ActRow[] }): SignatoryTerm => ({
  ...row,
  office: readText(row.office),
  organisation: readText(row.organisation),
  from: fromDb(row.from),
  until: row.until && fromDb(row.until),
  acts: row.acts.map(readAct),
});

export type NewTerm = Omit<SignatoryTerm, 'acts'> & { submissionKey: string };

/** False when the same form was sent before. */
export async function insertTerm(db: Db, row: NewTerm): Promise<boolean> {
  const data = [{ ...row, from: toDb(row.from), until: row.until && toDb(row.until) }];
  return (await db.signatory.createMany({ data, skipDuplicates: true })).count === 1;
}

type NewAct = SignatoryAct & { signatoryId: string; position: number };

export async function insertSignatoryAct(db: Db, { on, ...act }: NewAct): Promise<void> {
  await db.signatoryAct.create({ data: { ...act, id: newId(), on: on && toDb(on) } });
}

/** Those that a ladder brings when it is written whole, in their order. */
export async function insertFirstTerms(
  db: Db,
  frameworkId: string,
  signatories: FrameworkDefinition['signatories'],
  recordedAt: Date,
): Promise<void> {
  for (const [at, signatory] of signatories.entries()) {
    const id = newId();
    const term = { ...signatory, id, frameworkId, latinName: '', document: '', rank: at + 1 };
    await insertTerm(db, { ...term, submissionKey: newId() });
    for (const [place, act] of (['appoint', 'confirm'] as const).entries())
      await insertSignatoryAct(db, {
        ...{ act, on: null, document: '', actorId: null, recordedAt },
        ...{ signatoryId: id, position: place + 1 },
      });
  }
}

/** With the row locked until the transaction ends. */
export async function lockTerm(db: Db, id: string): Promise<SignatoryTerm | null> {
  await db.$queryRaw(Prisma.sql`SELECT 1 FROM signatory WHERE id = ${id}::uuid FOR UPDATE`);
  const row = await db.signatory.findUnique({ where: { id }, include: withActs });
  return row && readTerm(row);
}

export type TermCursor = { from: LocalDate; id: string };

/** A page of the terms of a framework, what began last first. */
export async function listTerms(
  db: Db,
  { frameworkId, after, take }: { frameworkId: string; after: TermCursor | null; take: number },
): Promise<SignatoryTerm[]> {
  const from = after && toDb(after.from);
  const rows = await db.signatory.findMany({
    where: {
      frameworkId,
      ...(from && after ? { OR: [{ from: { lt: from } }, { from, id: { lt: after.id } }] } : {}),
    },
    include: withActs,
    orderBy: [{ from: 'desc' }, { id: 'desc' }],
    take,
  });
  return rows.map(readTerm);
}
