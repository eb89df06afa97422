import type { Ctx } from '~/platform/context';
import { insertAwaiting } from './data/assets.server';
import { defaultProvider } from './providers/choose-provider.server';

/** An asset whose master is on its way; asked for twice, it is one. Within the transaction of what it is for. */
export async function awaitMaster(tx: Ctx, { assetId }: { assetId: string }): Promise<void> {
  await insertAwaiting(tx.db, assetId, defaultProvider, tx.clock.now());
}
