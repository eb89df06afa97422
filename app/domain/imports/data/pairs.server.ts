import type { Ctx } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import { newId } from '~/platform/ids';
import type { PairDecision } from '../inputs';

export type NewPair = {
  rowNo: number;
  personId: string | null;
  otherRow: number | null;
  kind: 'iin' | 'name';
  /** Of a hundred. */
  score: number;
};

export type Pair = NewPair & { id: string; decision: PairDecision | null };

const isDecision = (text: string | null): text is PairDecision =>
  text === 'same' || text === 'other' || text === 'out';

type Row = Omit<Pair, 'decision' | 'kind'> & { decision: string | null; kind: string };

const readPair = ({ decision, kind, ...row }: Row): Pair => ({
  ...row,
  kind: kind === 'iin' ? 'iin' : 'name',
  decision: isDecision(decision) ? decision : null,
});

const shown = { importId: true, decidedBy: true, decidedAt: true } as const;

const keyOf = ({ rowNo, personId, otherRow }: Pick<NewPair, 'rowNo' | 'personId' | 'otherRow'>): string =>
  `${rowNo} ${personId ?? otherRow}`;

/** Puts the pairs of a new check in place of those before; what was decided of a pair stays decided. */
export async function replacePairs({ db }: Ctx, importId: string, pairs: readonly NewPair[]): Promise<void> {
  const decided = await db.importPair.findMany({ where: { importId, decision: { not: null } } });
  const before = new Map(decided.map((pair) => [keyOf(pair), pair]));
  await db.importPair.deleteMany({ where: { importId } });
  for (let at = 0; at < pairs.length; at += 1000)
    await db.importPair.createMany({
      data: pairs.slice(at, at + 1000).map((pair) => {
        const { decision = null, decidedBy = null, decidedAt = null } = before.get(keyOf(pair)) ?? {};
        return { ...pair, id: newId(), importId, decision, decidedBy, decidedAt };
      }),
    });
}

export async function pairsOfRows({ db }: Ctx, importId: string, rows: readonly number[]): Promise<Pair[]> {
  const found = await db.importPair.findMany({ where: { importId, rowNo: { in: [...rows] } }, omit: shown });
  return found.map(readPair);
}

export async function selectPairs(
  { db }: Ctx,
  page: { importId: string; after: { rowNo: number; id: string } | null; take: number },
): Promise<Pair[]> {
  const { importId, after, take } = page;
  const rows = await db.importPair.findMany({
    where: {
      importId,
      ...(after
        ? { OR: [{ rowNo: { gt: after.rowNo } }, { rowNo: after.rowNo, id: { gt: after.id } }] }
        : {}),
    },
    omit: shown,
    orderBy: [{ rowNo: 'asc' }, { id: 'asc' }],
    take,
  });
  return rows.map(readPair);
}

export async function savePairDecision(
  { db, clock, actor }: Ctx,
  importId: string,
  { pairId, decision }: { pairId: string; decision: PairDecision },
): Promise<void> {
  await db.importPair.updateMany({
    where: { id: pairId, importId },
    data: { decision, decidedBy: actor?.accountId ?? null, decidedAt: clock.now() },
  });
}

export type PairCounts = {
  pairs: number;
  undecided: number;
  /** Rows that wait for a decision; of the others those that are somebody who is there, and those that are left out. */
  undecidedRows: number;
  sameRows: number;
  outRows: number;
};

/** As a row's target follows from its pairs: see row-targets. */
export async function countPairs({ db }: Ctx, importId: string): Promise<PairCounts> {
  const [counts] = await db.$queryRaw<[PairCounts]>(Prisma.sql`
    SELECT coalesce(sum(pairs), 0)::int AS pairs, coalesce(sum(waiting), 0)::int AS undecided,
      (count(*) FILTER (WHERE NOT is_out AND waiting > 0))::int AS "undecidedRows",
      (count(*) FILTER (WHERE NOT is_out AND waiting = 0 AND is_same))::int AS "sameRows",
      (count(*) FILTER (WHERE is_out))::int AS "outRows"
    FROM (SELECT count(*) AS pairs, count(*) FILTER (WHERE decision IS NULL) AS waiting,
        coalesce(bool_or(decision = 'out'), false) AS is_out, coalesce(bool_or(decision = 'same'), false) AS is_same
      FROM import_pair WHERE import_id = ${importId}::uuid GROUP BY row_no) row`);
  return counts;
}
