import type { Ctx } from '~/platform/context';
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

export type PairCounts = { pairs: number; undecided: number; undecidedRows: number };

export async function countPairs({ db }: Ctx, importId: string): Promise<PairCounts> {
  const waiting = await db.importPair.groupBy({
    by: ['rowNo'],
    where: { importId, decision: null },
    _count: true,
  });
  return {
    pairs: await db.importPair.count({ where: { importId } }),
    undecided: waiting.reduce((sum, { _count }) => sum + _count, 0),
    undecidedRows: waiting.length,
  };
}
