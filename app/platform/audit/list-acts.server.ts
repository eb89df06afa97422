import type { Db } from '../context';

export type RecordedAct = {
  seq: bigint;
  at: Date;
  /** The account that acted; null for the system. */
  actorId: string | null;
  act: string;
  subjectType: string;
  subjectId: string;
  /** What changed; null after a lawful erasure. */
  detail: unknown;
};

export type ActsPage = { before: bigint | null; subject: { type: string; id: string } | null; take: number };

/** Acts from newest to oldest below `before`, of one subject or of all. */
export async function listActs(db: Db, { before, subject, take }: ActsPage): Promise<RecordedAct[]> {
  const events = await db.auditEvent.findMany({
    where: {
      ...(before === null ? {} : { seq: { lt: before } }),
      ...(subject ? { subjectType: subject.type, subjectId: subject.id } : {}),
    },
    orderBy: { seq: 'desc' },
    take,
  });
  const details = await db.auditDetail.findMany({ where: { seq: { in: events.map(({ seq }) => seq) } } });
  const detailOf = new Map(details.map(({ seq, detail }) => [seq, detail]));
  return events.map(({ seq, at, actorId, act, subjectType, subjectId }) => {
    return { seq, at, actorId, act, subjectType, subjectId, detail: detailOf.get(seq) ?? null };
  });
}
