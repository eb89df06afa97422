import type { Lang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { requirePreparer } from './policy';

/**
 * Before a file is sent: the actor prepares the recording, it plays already, and its master has no sound in the
 * language. An added one may be there: the new file replaces it once it is saved. Errors: not-found, forbidden, conflict.
 */
export async function requireSoundPlace(
  ctx: Ctx,
  { assetId, lang }: { assetId: string; lang: Lang },
): Promise<void> {
  const { durationMs, masterLangs } = await requirePreparer(ctx, { assetId });
  if (durationMs === null) throw new DomainError('conflict', 'sounds.nothing-plays');
  if (masterLangs.includes(lang)) throw new DomainError('conflict', 'sounds.language-taken');
}
