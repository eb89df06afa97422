import { isLang, type Lang } from '~/i18n/locales';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { DomainError } from '~/platform/errors';
import { insertChange } from './data/changes.server';
import { listAllCues } from './data/cues.server';
import { requireWriter } from './data/find-owner.server';
import { findImport, markConfirmed } from './data/imports.server';
import { indexTrack } from './data/search-rows.server';
import { lockTrack, replaceTrack } from './data/tracks.server';
import './ports';
import { readCaptions } from './rules/read-captions';
import type { Cue } from './rules/webvtt';

type Incoming = { assetId: string; lang: Lang; origin: string; cues: Cue[] };

async function takeOver(tx: Ctx, { assetId, lang, origin, cues }: Incoming): Promise<void> {
  const before = await lockTrack(tx.db, assetId, lang);
  const removed = before ? await listAllCues(tx.db, before.id) : [];
  const now = tx.clock.now();
  const trackId = await replaceTrack(tx.db, { assetId, lang, origin, createdAt: now }, cues);
  await insertChange(tx.db, {
    ...{ trackId, kind: 'import', removed, shift: null },
    revision: (before?.revision ?? 0) + 1,
    added: await listAllCues(tx.db, trackId),
    changedBy: tx.actor?.accountId ?? '',
    changedAt: now,
  });
  await indexTrack(tx, { assetId, lang, origin, cues });
  await tx.publish({ type: 'captions.changed', assetId });
  await raiseContentVersion(tx);
  await recordAct(tx, {
    act: 'captions.track-imported',
    subject: { type: 'asset', id: assetId },
    detail: { lang, origin, cues: cues.length, replaced: removed.length },
  });
}

/**
 * Writes the captions of a file that waited in place of the ones before; those can be had back by undoing it. Confirmed
 * twice, nothing happens the second time. Answers the language.
 */
export async function confirmImport(
  ctx: Ctx,
  { assetId, importId }: { assetId: string; importId: string },
): Promise<{ lang: Lang }> {
  const file = await findImport(ctx.db, importId);
  if (!file || file.assetId !== assetId || file.sentBy !== ctx.actor?.accountId || !isLang(file.lang))
    throw new DomainError('not-found', 'captions.no-such-import');
  const { lang, origin, content } = file;
  await requireWriter(ctx, assetId, lang);
  const { cues } = readCaptions(content, null);
  await inTransaction(ctx, async (tx) => {
    if (!(await markConfirmed(tx.db, importId, tx.clock.now()))) return;
    await takeOver(tx, { assetId, lang, origin, cues });
  });
  return { lang };
}
