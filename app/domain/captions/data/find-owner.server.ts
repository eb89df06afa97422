import { LANGS, type Lang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { canWriteCaptions, worksOnCaptions } from '../policy';
import '../ports';
import type { CaptionsOwner } from '../ports';

/**
 * The recording of an asset for somebody who prepares its captions in some language. Errors: forbidden for those who
 * prepare none at all; not-found where there is no recording, or it is another organisation's.
 */
export async function findOwner(ctx: Ctx, assetId: string): Promise<CaptionsOwner> {
  if (!worksOnCaptions(ctx.actor)) throw new DomainError('forbidden', 'captions.cannot-write');
  const owner = await ctx.ports.captionsOwner(ctx, assetId);
  if (!owner || !LANGS.some((lang) => canWriteCaptions(ctx.actor, owner, lang)))
    throw new DomainError('not-found', 'captions.no-such-recording');
  return owner;
}

/** The same for one language. Errors: also forbidden for an editor of other languages. */
export async function requireWriter(ctx: Ctx, assetId: string, lang: Lang): Promise<CaptionsOwner> {
  const owner = await findOwner(ctx, assetId);
  if (!canWriteCaptions(ctx.actor, owner, lang))
    throw new DomainError('forbidden', 'captions.cannot-write-language');
  return owner;
}
