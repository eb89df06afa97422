import { isLang } from '~/i18n/locales';
import type { Db } from '~/platform/context';
import {
  type EquivalenceRequestAct as ActRecord,
  Prisma,
  type EquivalenceRequest as RequestRecord,
} from '~/platform/db/client';
import { newId } from '~/platform/ids';
import { fromDb, toDb } from '~/platform/local-date';
import { type MadeRequestAct, REQUEST_ACTS, type RequestRow } from '../types';

const WHOLE = {
  acts: { orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }] },
} satisfies Prisma.EquivalenceRequestInclude;

function readAct({ requestId, act: stored, effectiveOn, ...row }: ActRecord): MadeRequestAct {
  const act = REQUEST_ACTS.find((each) => each === stored);
  if (!act) throw new Error(`Request ${requestId} has the unknown act ${stored}`);
  return { ...row, act, effectiveOn: effectiveOn && fromDb(effectiveOn) };
}

const readRow = ({ submissionKey: _key, ...row }: RequestRecord & { acts: ActRecord[] }): RequestRow => ({
  ...row,
  lang: isLang(row.lang) ? row.lang : 'ru',
  acts: row.acts.map(readAct),
});

export type NewRequest = Omit<RequestRow, 'id' | 'acts' | 'closedAt' | 'evidenceIds'> & {
  submissionKey: string;
  evidenceIds: string[];
};

/** Null when one stands under the key, or an open one of the person for the level. */
export async function insertRequest(db: Db, row: NewRequest): Promise<string | null> {
  const id = newId();
  const { count } = await db.equivalenceRequest.createMany({ data: [{ ...row, id }], skipDuplicates: true });
  return count === 1 ? id : null;
}

export const findSubmitted = (
  db: Db,
  submissionKey: string,
): Promise<{ id: string; personId: string } | null> =>
  db.equivalenceRequest.findUnique({ where: { submissionKey }, select: { id: true, personId: true } });

export async function findRequest(db: Db, id: string): Promise<RequestRow | null> {
  const row = await db.equivalenceRequest.findUnique({ where: { id }, include: WHOLE });
  return row && readRow(row);
}

/** The same, with the row locked: acts on one request wait for each other. */
export async function lockRequest(db: Db, id: string): Promise<RequestRow | null> {
  await db.$queryRaw(Prisma.sql`SELECT 1 FROM equivalence_request WHERE id = ${id}::uuid FOR UPDATE`);
  return findRequest(db, id);
}

/** Of a person, newest first; of one level where it is given. */
export async function listRequestsOf(
  db: Db,
  { personId, levelId }: { personId: string; levelId?: string },
): Promise<RequestRow[]> {
  const rows = await db.equivalenceRequest.findMany({
    where: { personId, ...(levelId ? { levelId } : {}) },
    include: WHOLE,
    orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
    take: 100,
  });
  return rows.map(readRow);
}

export type NewRequestAct = Omit<MadeRequestAct, 'id' | 'counts'> & { requestId: string; counts: string[] };

const CLOSING = ['grant', 'return', 'refuse', 'withdraw'];

/** Writes the act; an answer and a withdrawal close the request, `reopen` opens it again. */
export async function insertRequestAct(db: Db, act: NewRequestAct): Promise<void> {
  const effectiveOn = act.effectiveOn && toDb(act.effectiveOn);
  await db.equivalenceRequestAct.create({ data: { ...act, effectiveOn, id: newId() } });
  const isOpened = act.act === 'reopen';
  if (!isOpened && !CLOSING.includes(act.act)) return;
  const closedAt = isOpened ? null : act.recordedAt;
  await db.equivalenceRequest.update({ where: { id: act.requestId }, data: { closedAt } });
}
