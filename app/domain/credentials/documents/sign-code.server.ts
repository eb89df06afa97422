import type { Ctx } from '~/platform/context';
import { findCode, keepCode } from '../data/codes.server';
import { placeOf } from '../data/status-entries.server';
import { codeBody, codeText } from '../rules/signed-code';
import type { CredentialSnapshot } from '../types';

/**
 * The address in the QR code of a paper, with its signed fragment: made once, then always the same, whichever key signs
 * by now.
 */
export async function signedAddress(
  ctx: Ctx,
  { id, snapshot }: { id: string; snapshot: CredentialSnapshot },
): Promise<string> {
  const known = await findCode(ctx.db, id);
  if (known) return known.address;
  const { serial, holder, level, validFrom: from, validUntil: until } = snapshot;
  const { listNo, index } = await placeOf(ctx.db, id);
  const facts = { serial, latinName: holder.latin, levelSlug: level.slug, from, until };
  const { id: keyId } = await ctx.keyring.signer();
  const body = codeBody({ ...facts, keyId, status: [listNo, index] });
  const signed = await ctx.keyring.sign(body);
  if (signed.keyId !== keyId) return signedAddress(ctx, { id, snapshot });
  const address = `${ctx.config.publicUrl}/v/${serial}#${codeText(body, signed.signature)}`;
  const kept = await keepCode(ctx.db, { credentialId: id, address, keyId, signedAt: ctx.clock.now() });
  return kept.address;
}
