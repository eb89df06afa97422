import type { Db } from '~/platform/context';
import type { Upload } from '~/platform/db/client';

export type StoredUpload = Upload;

export const findUpload = (db: Db, id: string): Promise<StoredUpload | null> =>
  db.upload.findUnique({ where: { id } });

export type NewUpload = Pick<
  StoredUpload,
  'id' | 'accountId' | 'assetId' | 'soundLang' | 'fileName' | 'bytes' | 'createdAt'
>;

export const insertUpload = (db: Db, upload: NewUpload) =>
  db.upload.create({ data: { ...upload, lastSeenAt: upload.createdAt } });

/** Under way: not ended, and not yet whole. */
const underWay = { endedAt: null, arrivedAt: null };

export const countUnderWay = (db: Db, accountId: string) =>
  db.upload.count({ where: { accountId, ...underWay } });

/** Bytes that all uploads under way still have to bring. */
export async function awaitedBytes(db: Db): Promise<number> {
  const { _sum } = await db.upload.aggregate({
    where: underWay,
    _sum: { bytes: true, receivedBytes: true },
  });
  return Number((_sum.bytes ?? 0n) - (_sum.receivedBytes ?? 0n));
}

export const noteReceived = (db: Db, id: string, receivedBytes: number, at: Date) =>
  db.upload.updateMany({
    where: { id, endedAt: null },
    data: { receivedBytes: BigInt(receivedBytes), lastSeenAt: at },
  });

/** False when it had arrived before. */
export async function markArrived(db: Db, { id, bytes }: StoredUpload, at: Date): Promise<boolean> {
  const { count } = await db.upload.updateMany({
    where: { id, ...underWay },
    data: { arrivedAt: at, lastSeenAt: at, receivedBytes: bytes },
  });
  return count === 1;
}

/** False when it was announced before. */
export async function noteAnnounced(db: Db, id: string, announcedSha256: string): Promise<boolean> {
  const { count } = await db.upload.updateMany({
    where: { id, announcedSha256: null },
    data: { announcedSha256 },
  });
  return count === 1;
}

/** False when another run was faster, or it ended. */
export async function markAccepted(db: Db, id: string, sha256: string, at: Date): Promise<boolean> {
  const { count } = await db.upload.updateMany({
    where: { id, acceptedAt: null, endedAt: null },
    data: { sha256, acceptedAt: at },
  });
  return count === 1;
}

/** False when it had ended, or was accepted: what is a master now stays. */
export async function markEnded(db: Db, id: string, refusal: string, at: Date): Promise<boolean> {
  const { count } = await db.upload.updateMany({
    where: { id, endedAt: null, acceptedAt: null },
    data: { endedAt: at, refusal },
  });
  return count === 1;
}

/** The last upload of each asset's master. */
export const listLastUploads = (db: Db, assetIds: readonly string[]): Promise<StoredUpload[]> =>
  db.upload.findMany({
    where: { assetId: { in: [...assetIds] }, soundLang: null },
    orderBy: [{ assetId: 'asc' }, { createdAt: 'desc' }],
    distinct: ['assetId'],
  });

/** The last upload of a sound of the asset in each language. */
export const listLastSoundUploads = (db: Db, assetId: string): Promise<StoredUpload[]> =>
  db.upload.findMany({
    where: { assetId, soundLang: { not: null } },
    orderBy: [{ soundLang: 'asc' }, { createdAt: 'desc' }],
    distinct: ['soundLang'],
  });

/** Everything that one account ever sent, the newest first. */
export const listUploadsOf = (db: Db, accountId: string): Promise<StoredUpload[]> =>
  db.upload.findMany({ where: { accountId }, orderBy: { createdAt: 'desc' }, take: 5_000 });
