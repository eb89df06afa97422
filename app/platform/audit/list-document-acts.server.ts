import type { Db } from '../context';
import { Prisma } from '../db/client';

export type DocumentAct = {
  seq: bigint;
  act: string;
  subjectId: string;
  /** What was written down; null after an erasure. */
  detail: unknown;
};

/** Acts on the given subjects, and all whose detail names one of the serials; oldest first. */
export const listDocumentActs = (
  db: Db,
  subjects: { type: string; ids: readonly string[] },
  serials: readonly string[],
): Promise<DocumentAct[]> =>
  db.$queryRaw<DocumentAct[]>(Prisma.sql`
    SELECT e.seq, e.act, e.subject_id AS "subjectId", d.detail
    FROM audit_event e LEFT JOIN audit_detail d ON d.seq = e.seq
    WHERE e.subject_type = ${subjects.type} AND e.subject_id = ANY(${[...subjects.ids]})
    UNION
    SELECT e.seq, e.act, e.subject_id, d.detail
    FROM audit_detail d JOIN audit_event e ON e.seq = d.seq
    WHERE d.detail ? 'serial' AND d.detail ->> 'serial' = ANY(${[...serials]})
    ORDER BY seq`);
