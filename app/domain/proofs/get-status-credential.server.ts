import type { Ctx } from '~/platform/context';
import { findSigned, keepSigned } from './data/status-lists.server';
import { signCredential } from './documents/data-integrity.server';
import { getStatusList } from './get-status-list.server';
import { type Purpose, VC_CONTEXT } from './inputs';
import { didOf, readListId, statusListAddress } from './rules/addresses';

/** How long a signed list may be believed, and for how much of that it is not signed anew without need. */
const VALID_MS = 24 * 60 * 60_000;
const FRESH_MS = VALID_MS / 2;

/** How long software may work with a list before it looks again. */
const TTL_MS = 5 * 60_000;

type Content = { address: string; encoded: string; purpose: Purpose };

const toSecond = (moment: number): string => `${new Date(moment).toISOString().slice(0, 19)}Z`;

function unsigned(ctx: Ctx, { address, encoded, purpose }: Content) {
  const now = ctx.clock.now().getTime();
  return {
    '@context': [VC_CONTEXT],
    id: address,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: didOf(ctx.config.publicUrl),
    validFrom: toSecond(now),
    validUntil: toSecond(now + VALID_MS),
    credentialSubject: {
      id: `${address}#list`,
      type: 'BitstringStatusList',
      statusPurpose: purpose,
      encodedList: encoded,
      ttl: TTL_MS,
    },
  };
}

/**
 * The signed credential of a status list, such as `1-revocation`, as text; null when there is no such list. What was signed
 * is given again until a bit, the key or the address changes, or it grows old. Public.
 */
export async function getStatusCredential(ctx: Ctx, { id }: { id: string }): Promise<string | null> {
  const asked = readListId(id);
  const list = asked && (await getStatusList(ctx, { listNo: asked.listNo }));
  if (!asked || !list) return null;
  const { listNo, purpose } = asked;
  const address = statusListAddress(ctx.config.publicUrl, listNo, purpose);
  const encoded = purpose === 'revocation' ? list.revoked : list.suspended;
  const kept = await findSigned(ctx.db, listNo, purpose);
  const newest = (await ctx.keyring.publicKeys()).at(-1);
  const age = ctx.clock.now().getTime() - (kept?.signedAt.getTime() ?? 0);
  const isSame = kept?.encoded === encoded && kept.address === address && kept.keyId === newest?.id;
  if (kept && isSame && age >= 0 && age < FRESH_MS) return kept.body;
  const signed = await signCredential(ctx, unsigned(ctx, { address, encoded, purpose }));
  await keepSigned(ctx.db, { listNo, purpose, address, encoded, ...signed });
  return signed.body;
}
