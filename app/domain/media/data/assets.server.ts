import type { Db } from '~/platform/context';
import type { MediaAsset, MediaAudioTrack, MediaRendition } from '~/platform/db/client';
import { newId } from '~/platform/ids';
import type { AudioTrackInput } from '../inputs';
import type { AddedSound } from '../ports';
import type { PackagedVersion } from '../providers/video-provider';

export type StoredRendition = MediaRendition;
export type AssetWithTracks = MediaAsset & { audioTracks: MediaAudioTrack[] };

const byPosition = { audioTracks: { orderBy: { position: 'asc' } } } as const;

export const findAsset = (db: Db, id: string): Promise<AssetWithTracks | null> =>
  db.mediaAsset.findUnique({ where: { id }, include: byPosition });

export const findAssets = (db: Db, ids: readonly string[]): Promise<AssetWithTracks[]> =>
  db.mediaAsset.findMany({ where: { id: { in: [...ids] } }, include: byPosition });

/** What is stored of the assets' versions that play now. */
export async function listRenditions(db: Db, assets: readonly MediaAsset[]): Promise<StoredRendition[]> {
  return db.mediaRendition.findMany({
    where: { OR: assets.map(({ id, packagingVersion }) => ({ assetId: id, packagingVersion })) },
    orderBy: { path: 'asc' },
  });
}

export interface NewAsset {
  id: string;
  provider: string;
  masterKey: string;
  masterSha256: string;
  masterBytes: number;
  createdAt: Date;
  audioTracks: readonly AudioTrackInput[];
}

export async function insertAsset(db: Db, { audioTracks, ...asset }: NewAsset): Promise<void> {
  await db.mediaAsset.create({ data: { ...asset, masterBytes: BigInt(asset.masterBytes) } });
  await insertAudioTracks(db, asset.id, audioTracks);
}

/** An asset whose master is still on its way; one that exists stays as it is. */
export const insertAwaiting = (db: Db, id: string, provider: string, createdAt: Date) =>
  db.mediaAsset.createMany({ data: [{ id, provider, createdAt }], skipDuplicates: true });

export type Master = { masterKey: string; masterSha256: string; masterBytes: bigint };

/** False when there is a master already: it stays. */
export async function adoptMaster(db: Db, id: string, master: Master): Promise<boolean> {
  const { count } = await db.mediaAsset.updateMany({
    where: { id, masterKey: null },
    data: { ...master, failedAt: null, failure: null },
  });
  return count === 1;
}

/** The asset waits for another master; false when a version of this one plays. */
export async function releaseMaster(db: Db, id: string): Promise<boolean> {
  const { count } = await db.mediaAsset.updateMany({
    where: { id, packagingVersion: 0 },
    data: { masterKey: null, masterSha256: null, masterBytes: null },
  });
  return count === 1;
}

async function insertAudioTracks(db: Db, assetId: string, tracks: readonly AudioTrackInput[]): Promise<void> {
  await db.mediaAudioTrack.createMany({
    data: tracks.map(({ lang, label }, position) => ({ id: newId(), assetId, lang, label, position })),
  });
}

/**
 * The sounds of a new version: the master's keep their names, the added ones are those that were packaged. A service
 * takes over all that play.
 */
async function replaceSounds(db: Db, assetId: string, made: PackagedVersion): Promise<void> {
  if (made.added === undefined) return;
  await db.mediaAudioTrack.deleteMany({ where: { assetId, origin: 'added' } });
  const named = await db.mediaAudioTrack.count({ where: { assetId } });
  if (named === 0) await insertAudioTracks(db, assetId, made.audioTracks);
  const first = named === 0 ? made.audioTracks.length : named;
  const track = ({ id: soundId, lang, label, offsetMs }: AddedSound, index: number) => ({
    ...{ id: newId(), assetId, lang, label, position: first + index },
    ...{ origin: 'added', soundId, offsetMs },
  });
  await db.mediaAudioTrack.createMany({ data: made.added.map(track) });
}

/** Whether the version before `version` is the one that plays: nobody has published this one, or a later one. */
export async function isVersionNext(db: Db, id: string, version: number): Promise<boolean> {
  return (await db.mediaAsset.count({ where: { id, packagingVersion: version - 1 } })) === 1;
}

/** Keeps the asset as it is until commit: whoever publishes a version, or orders one, waits. */
export async function lockAsset(db: Db, id: string): Promise<void> {
  await db.$queryRaw`SELECT id FROM media_asset WHERE id = ${id}::uuid FOR UPDATE`;
}

/**
 * Makes `version` the one that plays, if the one before it still is: false when another run was faster. The one
 * update of the asset's row is the moment from which viewers get the new version, from the provider that made it.
 */
export async function publishVersion(
  db: Db,
  asset: { id: string; version: number; provider: string; at: Date },
  made: PackagedVersion,
): Promise<boolean> {
  const { count } = await db.mediaAsset.updateMany({
    where: { id: asset.id, packagingVersion: asset.version - 1 },
    data: {
      packagingVersion: asset.version,
      provider: asset.provider,
      packagedAt: asset.at,
      durationMs: made.durationMs,
      width: made.width,
      height: made.height,
      framesPerSecond: made.framesPerSecond,
      failedAt: null,
      failure: null,
    },
  });
  if (count === 0) return false;
  await db.mediaRendition.createMany({
    data: made.files.map((file) => ({
      id: newId(),
      assetId: asset.id,
      packagingVersion: asset.version,
      kind: file.kind,
      lang: file.lang,
      height: file.height,
      bytes: BigInt(file.bytes),
      path: file.path,
    })),
  });
  await replaceSounds(db, asset.id, made);
  return true;
}

/** Remembers why the last run failed; `failure` is a code of `media:errors`. */
export async function recordFailure(
  db: Db,
  assetId: string,
  version: number,
  failure: string,
  at: Date,
): Promise<void> {
  await db.mediaAsset.updateMany({
    where: { id: assetId, packagingVersion: version - 1 },
    data: { failedAt: at, failure },
  });
}

/** What failed before goes on well by now. */
export const forgetFailure = (db: Db, id: string) =>
  db.mediaAsset.updateMany({
    where: { id, failure: { not: null } },
    data: { failedAt: null, failure: null },
  });

export const removeRenditionsBefore = (db: Db, assetId: string, version: number) =>
  db.mediaRendition.deleteMany({ where: { assetId, packagingVersion: { lt: version } } });

/** By the index of languages. */
export const listAssetsInLang = (db: Db, lang: string) =>
  db.mediaAudioTrack.findMany({ where: { lang }, select: { assetId: true }, distinct: ['assetId'] });
