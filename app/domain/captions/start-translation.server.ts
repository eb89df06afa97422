import type { Lang } from '~/i18n/locales';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { requireWriter } from './data/find-owner.server';
import { findTrack, insertTranslation } from './data/tracks.server';

/**
 * Begins the captions of a language as a translation of another one: its times, and no words yet. Viewers get it when
 * the last cue has its words. Begun twice, nothing happens. Errors: conflict when the language has captions already.
 */
export async function startTranslation(
  ctx: Ctx,
  { assetId, from, lang }: { assetId: string; from: Lang; lang: Lang },
): Promise<void> {
  await requireWriter(ctx, assetId, lang);
  await inTransaction(ctx, async (tx) => {
    const source = await findTrack(tx.db, assetId, from);
    if (!source) throw new DomainError('invalid', 'captions.no-such-track', { field: 'from' });
    const before = await findTrack(tx.db, assetId, lang);
    if (before?.sourceLang === from) return;
    if (before) throw new DomainError('conflict', 'captions.has-track', { field: 'lang' });
    const track = { assetId, lang, sourceLang: from, createdAt: tx.clock.now() };
    await insertTranslation(tx.db, track, source.id);
    await recordAct(tx, {
      act: 'captions.translation-started',
      subject: { type: 'asset', id: assetId },
      detail: { from, lang },
    });
  });
}
