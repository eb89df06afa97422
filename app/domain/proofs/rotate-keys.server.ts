import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';

/**
 * Makes a new signing key that signs from now on. The keys before it stay: what they signed stays valid. For whoever may
 * run commands where the keys lie; answers the ids of all keys, the newest last.
 */
export async function rotateKeys(ctx: Ctx): Promise<string[]> {
  const { id } = await ctx.keyring.rotate();
  await inTransaction(ctx, (tx) =>
    recordAct(tx, { act: 'proofs.key-rotated', subject: { type: 'signing-key', id }, detail: { key: id } }),
  );
  return (await ctx.keyring.publicKeys()).map((key) => key.id);
}
