import { previewDecisions } from '~/domain/applications/preview-decisions.server';
import type { DecideAct, Foreseen } from '~/domain/applications/types';
import { listSnapshots } from '~/domain/credentials/list-snapshots.server';
import type { Level } from '~/domain/frameworks/types';
import type { Ctx } from '~/platform/context';
import { type Reached, reachBatch } from './data/reach.server';
import { orderMissing } from './documents/order-missing.server';
import { numberRuns } from './rules/number-runs';
import { type BatchLine, type BatchRow, type BatchState, type Counts, type ItemRow, OUTCOMES } from './types';

const PAGE = 50;

export type BatchView = {
  batch: BatchRow;
  state: BatchState;
  isOwn: boolean;
  /** Of a prepared batch: what would become of the items. */
  counts: Counts;
  total: number;
  /** What is not done first; within that in the order of the batch. */
  lines: BatchLine[];
  /** The numbers that were issued, as unbroken runs. */
  numbers: { first: string; last: string }[];
  page: number;
  pages: number;
  /** Files that are made, of those that the archive needs; null where nothing was issued. */
  archive: { ready: number; all: number } | null;
  levels: Level[];
};

const FORESEEN: Readonly<Record<DecideAct, NonNullable<ItemRow['outcome']>>> = {
  propose: 'proposed',
  confirm: 'issued',
  return: 'returned',
  refuse: 'refused',
};

const foreseenItem = (item: ItemRow, { act, code, params, missing }: Foreseen): ItemRow => ({
  ...item,
  outcome: act ? FORESEEN[act] : 'not-done',
  reason: code === null ? null : { code, params, missing },
});

async function foresee(ctx: Ctx, { batch, items }: Reached): Promise<ItemRow[]> {
  const applicationIds = items.map(({ applicationId }) => applicationId);
  const keys = new Map(
    items.flatMap(({ applicationId, key }) => (key ? [[applicationId, key] as const] : [])),
  );
  const found = await previewDecisions(ctx, { applicationIds, act: batch.act, keys });
  const byId = new Map(found.map((each) => [each.applicationId, each]));
  return items.map((item) => {
    const foreseen = byId.get(item.applicationId);
    return foreseen ? foreseenItem(item, foreseen) : item;
  });
}

function countsOf(items: readonly ItemRow[]): Counts {
  const of = (outcome: ItemRow['outcome']) => items.filter((item) => item.outcome === outcome).length;
  return { ...countEach(of), waiting: of(null) };
}

const countEach = (of: (outcome: (typeof OUTCOMES)[number]) => number) => ({
  'not-done': of('not-done'),
  proposed: of('proposed'),
  issued: of('issued'),
  returned: of('returned'),
  refused: of('refused'),
});

const rank = ({ outcome }: ItemRow): number =>
  outcome === null ? OUTCOMES.length : OUTCOMES.indexOf(outcome);

/** A file whose making was given up is ordered again by whoever looks. */
async function archiveOf(ctx: Ctx, items: readonly ItemRow[]): Promise<BatchView['archive']> {
  const serials = items.flatMap(({ serial }) => serial ?? []);
  if (serials.length === 0) return null;
  const issued = await listSnapshots(ctx, { serials });
  await orderMissing(ctx, issued);
  const files = issued.flatMap(({ files: { certificate, card } }) => [certificate, card]);
  return { ready: files.filter(Boolean).length, all: files.length };
}

const stateOf = ({ confirmedAt }: BatchRow, counts: Counts): BatchState =>
  confirmedAt === null ? 'prepared' : counts.waiting > 0 ? 'running' : 'done';

function linesOf(items: readonly ItemRow[], { rows, levels }: Reached): BatchLine[] {
  return items.flatMap((item) => {
    const row = rows.get(item.applicationId);
    if (!row) return [];
    const { displayName, latinName, kind, levelId } = row;
    const level = levels.find(({ id }) => id === levelId)?.name ?? null;
    return [{ ...item, displayName, latinName, kind, level }];
  });
}

/**
 * A batch with what became of each application, or what would if it were confirmed now; `page` from 1. Throws
 * `batches.not-a-registrar`, `batches.not-found`.
 */
export async function getBatch(
  ctx: Ctx,
  { batchId, page: asked = 1 }: { batchId: string; page?: number },
): Promise<BatchView> {
  const found = await reachBatch(ctx, batchId);
  const { batch, actor } = found;
  const items = batch.confirmedAt === null ? await foresee(ctx, found) : found.items;
  const counts = countsOf(items);
  const pages = Math.max(1, Math.ceil(items.length / PAGE));
  const page = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), pages) : 1;
  const sorted = [...items].sort((a, b) => rank(a) - rank(b) || a.no - b.no);
  return {
    batch,
    state: stateOf(batch, counts),
    isOwn: batch.actorId === actor.accountId,
    counts,
    total: items.length,
    lines: linesOf(sorted.slice((page - 1) * PAGE, page * PAGE), found),
    numbers: numberRuns(items.flatMap(({ number }) => number ?? [])),
    page,
    pages,
    archive: await archiveOf(ctx, items),
    levels: found.levels,
  };
}
