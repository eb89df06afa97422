import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { refreshEntries } from './data/refresh-entries.server';

/**
 * Keeps the public register in step with a person's names; joins the transaction of the rename. Documents that were
 * issued keep the name they were issued with.
 */
export async function followRename(ctx: Ctx, { personId }: { personId: string }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await raiseContentVersion(tx);
    await refreshEntries(tx, [personId]);
  });
}
