import type { Db } from '~/platform/context';
import { Prisma, type Proposal as ProposalRecord } from '~/platform/db/client';
import { newId } from '~/platform/ids';
import { fromDb, toDb } from '~/platform/local-date';
import { OUTCOMES, type Outcome, PROPOSED_ACTS, type Proposal, type ProposedAct, type Wish } from '../types';

const readProposal = ({ decisionId: _decision, ...row }: ProposalRecord): Proposal => {
  const act = PROPOSED_ACTS.find((each) => each === row.act);
  if (!act) throw new Error(`Proposal ${row.id} is of no known act`);
  return {
    ...row,
    act,
    effectiveOn: fromDb(row.effectiveOn),
    until: row.until && fromDb(row.until),
    outcome: OUTCOMES.find((each) => each === row.outcome) ?? null,
  };
};

export type NewProposal = Omit<Proposal, 'id' | 'outcome' | 'deciderId' | 'answer' | 'closedAt'>;

export async function insertProposal(db: Db, proposal: NewProposal): Promise<string> {
  const id = newId();
  const { effectiveOn, until, ...row } = proposal;
  await db.proposal.create({
    data: { ...row, id, effectiveOn: toDb(effectiveOn), until: until && toDb(until) },
  });
  return id;
}

export async function findOpen(db: Db, qualificationId: string, act: ProposedAct): Promise<Proposal | null> {
  const row = await db.proposal.findFirst({ where: { qualificationId, act, closedAt: null } });
  return row && readProposal(row);
}

export async function findProposal(db: Db, id: string): Promise<Proposal | null> {
  const row = await db.proposal.findUnique({ where: { id } });
  return row && readProposal(row);
}

/** The same, with the row locked: answers to one proposal wait for each other. */
export async function lockProposal(db: Db, id: string): Promise<Proposal | null> {
  await db.$queryRaw(Prisma.sql`SELECT 1 FROM proposal WHERE id = ${id}::uuid FOR UPDATE`);
  return findProposal(db, id);
}

export async function closeProposal(
  db: Db,
  id: string,
  closing: { outcome: Outcome; deciderId: string; answer: string; closedAt: Date; decisionId: string | null },
): Promise<void> {
  await db.proposal.update({ where: { id }, data: closing });
}

/** Of awards, the oldest first. */
export async function listProposalsOf(db: Db, qualificationIds: readonly string[]): Promise<Proposal[]> {
  const rows = await db.proposal.findMany({
    where: { qualificationId: { in: [...qualificationIds] } },
    orderBy: [{ proposedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(readProposal);
}

/** Of a holder, the oldest first. */
export async function listWishesBy(db: Db, proposerId: string): Promise<Wish[]> {
  const rows = await db.proposal.findMany({
    where: { proposerId, byHolder: true },
    include: { followUp: true },
    orderBy: [{ proposedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ followUp, ...row }) => {
    const { id, qualificationId, act, effectiveOn, until, ...own } = readProposal(row);
    const { outcome, answer } = followUp ? readProposal(followUp) : own;
    return {
      ...{ id, qualificationId, act, effectiveOn, until, answer },
      outcome: followUp && outcome === 'taken-back' ? 'declined' : outcome,
      isTakenUp: followUp?.closedAt === null,
    };
  });
}

/** Whether a registrar took the wish up as an own proposal. */
export const isTakenUp = async (db: Db, wishId: string): Promise<boolean> =>
  (await db.proposal.count({ where: { wishId } })) > 0;

const SAID = [
  ...(['reason', 'document', 'legalBasis', 'note', 'effectiveOn', 'until'] as const),
  ...(['displayName', 'latinName'] as const),
];
type Said = Pick<Proposal, (typeof SAID)[number]>;

/** Whether two orders say the same. */
export const isSame = (a: Said, b: Said): boolean => SAID.every((part) => a[part] === b[part]);
