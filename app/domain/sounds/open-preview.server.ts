import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import type { StoredRange } from '~/platform/storage/stored-range';
import { rangeOf } from '~/platform/storage/stored-range';
import { readPreviewToken, sessionMark } from './providers/preview-address.server';
import { previewKey } from './rules/preview-token';

export type OpenPreviewInput = {
  token: string;
  /** Of whoever asks; null: nobody is signed in. */
  sessionId: string | null;
  /** The request's Range and If-Range headers. */
  range?: string | undefined;
  rangeCondition?: string | undefined;
};

/**
 * The file behind a signed address. Throws `sounds.address-refused` for a token that is foreign, changed, out of time or
 * of another session, `sounds.no-such-sound` when the sound was removed.
 */
export async function openPreview(ctx: Ctx, input: OpenPreviewInput): Promise<StoredRange> {
  const { token, sessionId } = input;
  const claims = readPreviewToken(ctx.secrets, token);
  const isOwn = claims && sessionId !== null && claims.session === sessionMark(ctx.secrets, sessionId);
  if (!isOwn || ctx.clock.now().getTime() >= claims.expiresAt * 1000)
    throw new DomainError('forbidden', 'sounds.address-refused');
  const key = previewKey(claims.soundId);
  const found = await ctx.storage.find(key);
  if (!found) throw new DomainError('not-found', 'sounds.no-such-sound');
  return rangeOf(key, found, input);
}
