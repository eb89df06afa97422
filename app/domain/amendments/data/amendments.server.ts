import { type RuleSetInput, ruleSetInput } from '~/domain/frameworks/inputs';
import type { Db } from '~/platform/context';
import {
  type AmendmentAct as ActRecord,
  type Amendment as AmendmentRecord,
  Prisma,
} from '~/platform/db/client';
import { newId } from '~/platform/ids';
import type { Amendment, AmendmentAct, AmendmentDeed, AmendmentKind } from '../types';

const withActs = { acts: { orderBy: { position: 'asc' } } } satisfies Prisma.AmendmentInclude;

const readAct = ({ act, actorId, note, sent, recordedAt }: ActRecord): AmendmentAct => ({
  act: act as AmendmentDeed,
  actorId,
  note,
  sent,
  recordedAt,
});

const readAmendment = (row: AmendmentRecord & { acts: ActRecord[] }): Amendment => ({
  id: row.id,
  levelId: row.levelId,
  kind: row.kind === 'withdrawal' ? 'withdrawal' : 'change',
  content: row.content === null ? null : ruleSetInput.parse(row.content),
  ruleSetVersionId: row.ruleSetVersionId,
  openedAt: row.openedAt,
  closedAt: row.closedAt,
  acts: row.acts.map(readAct),
});

/** The open one of each level. */
export async function listOpenAmendments(db: Db, levelIds: readonly string[]): Promise<Amendment[]> {
  const where = { levelId: { in: [...levelIds] }, closedAt: null };
  return (await db.amendment.findMany({ where, include: withActs })).map(readAmendment);
}

/** The newest of a level, the open one among them. */
export async function listAmendments(db: Db, levelId: string, take: number): Promise<Amendment[]> {
  const rows = await db.amendment.findMany({
    where: { levelId },
    include: withActs,
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
    take,
  });
  return rows.map(readAmendment);
}

/** With the row locked until the transaction ends: acts on one amendment wait for each other. */
export async function lockAmendment(db: Db, id: string): Promise<Amendment | null> {
  await db.$queryRaw(Prisma.sql`SELECT 1 FROM amendment WHERE id = ${id}::uuid FOR UPDATE`);
  const row = await db.amendment.findUnique({ where: { id }, include: withActs });
  return row ? readAmendment(row) : null;
}

/** The same for the open one of a level. */
export async function lockOpenAmendment(db: Db, levelId: string): Promise<Amendment | null> {
  const open = await db.amendment.findFirst({ where: { levelId, closedAt: null }, select: { id: true } });
  return open && lockAmendment(db, open.id);
}

export type NewAmendment = {
  id: string;
  levelId: string;
  kind: AmendmentKind;
  content: RuleSetInput | null;
  ruleSetVersionId: string | null;
  openedAt: Date;
};

/** Writes it unless one of the level is open; says whether it did. */
export async function insertAmendment(db: Db, { content, ...row }: NewAmendment): Promise<boolean> {
  const data = [{ ...row, content: content ?? Prisma.DbNull }];
  return (await db.amendment.createMany({ data, skipDuplicates: true })).count === 1;
}

type NewAct = Omit<AmendmentAct, 'sent'> & { amendmentId: string; position: number; sent?: string };

export async function insertAct(db: Db, act: NewAct): Promise<void> {
  await db.amendmentAct.create({ data: { ...act, id: newId() } });
}

export const saveContent = (db: Db, id: string, content: RuleSetInput) =>
  db.amendment.update({ where: { id }, data: { content } });

export const closeAmendment = (
  db: Db,
  id: string,
  { closedAt, ruleSetVersionId }: { closedAt: Date; ruleSetVersionId: string | null },
) => db.amendment.update({ where: { id }, data: { closedAt, ruleSetVersionId } });
