import type { Ctx } from '~/platform/context';
import { adoptMaster as adopt } from './data/assets.server';
import { packageOrder } from './jobs.server';

export type AdoptMasterInput = { assetId: string; masterKey: string; sha256: string; bytes: number };

/**
 * What lies in storage under `masterKey` is the master that the asset waited for; orders its packaging. An asset that has
 * its master keeps it. Within the transaction in which the file was accepted.
 */
export async function adoptMaster(tx: Ctx, input: AdoptMasterInput): Promise<void> {
  const { assetId, masterKey, sha256, bytes } = input;
  const master = { masterKey, masterSha256: sha256, masterBytes: BigInt(bytes) };
  if (!(await adopt(tx.db, assetId, master))) return;
  await tx.jobs.enqueue(...packageOrder({ assetId, version: 1 }));
}
