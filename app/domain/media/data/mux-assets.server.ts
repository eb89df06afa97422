import type { Db } from '~/platform/context';
import type { MuxAsset, Prisma } from '~/platform/db/client';
import { newId } from '~/platform/ids';
import { randomToken } from '~/platform/secrets.server';

export type StoredMuxAsset = MuxAsset;

type Version = { assetId: string; packagingVersion: number };

export const findMuxAsset = (db: Db, version: Version): Promise<MuxAsset | null> =>
  db.muxAsset.findUnique({ where: { assetId_packagingVersion: version } });

export const findMuxAssetByReference = (db: Db, reference: string): Promise<MuxAsset | null> =>
  db.muxAsset.findUnique({ where: { reference } });

/** The asset that a message of Mux is about: by our reference, or by Mux's own id. */
export async function findToldAsset(
  db: Db,
  { references, muxIds }: { references: string[]; muxIds: string[] },
): Promise<MuxAsset | null> {
  return db.muxAsset.findFirst({
    where: { OR: [{ reference: { in: references } }, { muxId: { in: muxIds } }] },
  });
}

/**
 * The row of a version that is handed over: the one of an earlier try, or a new one with a reference of its own. It
 * exists before Mux hears of it, so that after a crash the reference tells what is there.
 */
export async function openMuxAsset(
  db: Db,
  version: Version,
  orderedAt: Date,
): Promise<{ row: MuxAsset; isNew: boolean }> {
  const before = await findMuxAsset(db, version);
  if (before?.state === 'preparing') return { row: before, isNew: false };
  const fresh = { reference: randomToken(), muxId: null, playbackId: null, state: 'preparing', orderedAt };
  const row = before
    ? await db.muxAsset.update({ where: { id: before.id }, data: { ...fresh, looks: 0 } })
    : await db.muxAsset.create({ data: { id: newId(), ...version, ...fresh } });
  return { row, isNew: true };
}

/** Mux took the order, at `orderedAt`. False when it was given up meanwhile. */
export async function noteMuxId(
  db: Db,
  { id, reference }: MuxAsset,
  { muxId, orderedAt }: { muxId: string; orderedAt: Date },
): Promise<boolean> {
  const { count } = await db.muxAsset.updateMany({
    where: { id, reference, state: 'preparing' },
    data: { muxId, orderedAt },
  });
  return count === 1;
}

export const updateMuxAsset = (db: Db, id: string, data: Prisma.MuxAssetUpdateInput): Promise<MuxAsset> =>
  db.muxAsset.update({ where: { id }, data });

/** Something came to be at Mux of an order that has ended: it is written down, to be taken away there. */
export async function noteStray(db: Db, reference: string, muxId: string): Promise<void> {
  await db.muxAsset.updateMany({
    where: { reference, muxId: null, state: { in: ['removed', 'errored'] } },
    data: { muxId },
  });
}

const mayBeThere = {
  OR: [{ state: { in: ['preparing', 'ready', 'withdrawn'] } }, { muxId: { not: null } }],
} satisfies Prisma.MuxAssetWhereInput;

/** What Mux may still hold of an asset, the newest version first. */
export const listMuxAssets = (db: Db, assetId: string): Promise<MuxAsset[]> =>
  db.muxAsset.findMany({
    where: { assetId, ...mayBeThere },
    orderBy: { packagingVersion: 'desc' },
  });

/** Ids of assets of which Mux holds something that may need a look, one page by key. */
export const listAssetsAtMux = (db: Db, after: string | null, take: number) =>
  db.muxAsset.findMany({
    where: {
      ...mayBeThere,
      ...(after === null ? {} : { id: { gt: after } }),
    },
    orderBy: { id: 'asc' },
    select: { id: true, assetId: true },
    take,
  });

/** False when the message was taken before. */
export async function recordEvent(db: Db, event: Prisma.MuxEventCreateManyInput): Promise<boolean> {
  const { count } = await db.muxEvent.createMany({ data: [event], skipDuplicates: true });
  return count === 1;
}

export const removeEventsBefore = (db: Db, moment: Date) =>
  db.muxEvent.deleteMany({ where: { receivedAt: { lt: moment } } });
