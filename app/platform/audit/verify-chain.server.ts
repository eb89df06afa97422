import type { Db } from '../context';
import { detailDigest, GENESIS, rowHash } from './chain';

export type ChainFinding = {
  seq: bigint;
  /** What does not fit: the row itself, its link to the row before, a gap, its detail, or the head. */
  problem: 'row-changed' | 'link-broken' | 'row-missing' | 'detail-changed' | 'head-differs';
};

export type ChainReport = {
  rows: number;
  erasedDetails: number;
  finding: ChainFinding | null;
  headHash: string;
};

const PAGE = 1000;

/** Walks the whole chain in pages and stops at the first row that does not fit. An erased detail is no finding. */
export async function verifyChain(db: Db): Promise<ChainReport> {
  const report: ChainReport = { rows: 0, erasedDetails: 0, finding: null, headHash: GENESIS };
  let seq = 0n;
  for (;;) {
    const rows = await db.auditEvent.findMany({
      where: { seq: { gt: seq } },
      orderBy: { seq: 'asc' },
      take: PAGE,
    });
    const details = await db.auditDetail.findMany({
      where: { seq: { gt: seq, lte: seq + BigInt(PAGE) } },
      orderBy: { seq: 'asc' },
    });
    const detailOf = new Map(details.map((detail) => [detail.seq, detail]));
    for (const row of rows) {
      const problem = problemOf(row, seq, report.headHash, detailOf.get(row.seq));
      if (problem)
        return { ...report, finding: { seq: problem === 'row-missing' ? seq + 1n : row.seq, problem } };
      if (!detailOf.has(row.seq)) report.erasedDetails += 1;
      report.rows += 1;
      report.headHash = row.hash;
      seq = row.seq;
    }
    if (rows.length < PAGE) break;
  }
  const head = await db.auditHead.findUnique({ where: { id: 1 } });
  if (!head || head.seq !== seq || head.hash !== report.headHash) {
    return { ...report, finding: { seq: head?.seq ?? 0n, problem: 'head-differs' } };
  }
  return report;
}

type Row = Parameters<typeof rowHash>[0] & { hash: string };

function problemOf(
  row: Row,
  previousSeq: bigint,
  previousHash: string,
  detail: { salt: string; detail: unknown } | undefined,
) {
  if (row.seq !== previousSeq + 1n) return 'row-missing' as const;
  if (row.prevHash !== previousHash) return 'link-broken' as const;
  if (rowHash(row) !== row.hash) return 'row-changed' as const;
  if (detail && detailDigest(detail.salt, detail.detail) !== row.detailDigest)
    return 'detail-changed' as const;
  return null;
}
