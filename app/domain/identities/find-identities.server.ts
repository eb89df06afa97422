import type { Ctx } from '~/platform/context';
import { hashOf, selectIdentities } from './data/identities.server';
import type { Identity } from './types';

/**
 * What is known of these people, or of those who bear one of these numbers. A birthday that the person gave is not among it. The caller
 * authorises.
 */
export async function findIdentities(
  ctx: Ctx,
  input: { personIds: readonly string[] } | { iins: readonly string[] },
): Promise<Identity[]> {
  if ('personIds' in input) return selectIdentities(ctx, input);
  return selectIdentities(ctx, { hashes: input.iins.map((iin) => hashOf(ctx, iin)) });
}
