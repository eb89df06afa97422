import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { readSealed } from './data/sealed-files.server';
import { getClaim } from './get-claim.server';
import { getOwnClaim } from './get-own-claim.server';
import type { ClaimFile } from './types';

export type OpenClaimFileInput = {
  claimId: string;
  fileId: string;
  /** `own`: the coach's own papers; `office`: those within the registrar's reach. */
  side: 'own' | 'office';
};

/** A scan, decrypted. Throws `claims.not-found`, `claims.not-a-registrar`. */
export async function openClaimFile(
  ctx: Ctx,
  { claimId, fileId, side }: OpenClaimFileInput,
): Promise<ClaimFile & { content: Buffer }> {
  const claim =
    side === 'own' ? await getOwnClaim(ctx, { claimId }) : (await getClaim(ctx, { claimId })).claim;
  const file = claim.files.find(({ id }) => id === fileId);
  if (!file) throw new DomainError('not-found', 'claims.not-found');
  return { ...file, content: await readSealed(ctx, file.id) };
}
