import { audienceSchema } from '~/domain/media/inputs';
import { readText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import { fromDb } from '~/platform/local-date';
import { indexDocuments } from '~/platform/search/index-document.server';
import { removeRecording } from '~/platform/search/remove-group.server';
import { setCaptionReaders } from '~/platform/search/set-caption-readers.server';
import { listChapters } from './data/chapters.server';
import { findRecording } from './data/recordings.server';
import { readersOf, recordingGroup, searchDocuments } from './rules/search-documents';

/**
 * Writes a recording with its chapters into the search index and says who may read its captions; one that is not
 * published or was withdrawn is found no more, nor are its captions. Inside a transaction.
 */
export async function indexRecording(tx: Ctx, { recordingId }: { recordingId: string }): Promise<void> {
  const row = await findRecording(tx.db, recordingId);
  if (!row) return;
  const group = recordingGroup(row.assetId);
  await removeRecording(tx, group);
  const availableUntil = row.availableUntil && fromDb(row.availableUntil);
  if (!row.publishedAt || row.withdrawnAt) {
    await setCaptionReaders(tx, group, { audience: 'nobody', availableUntil });
    return;
  }
  const chapters = await listChapters(tx.db, [recordingId]);
  const documents = searchDocuments({
    ...row,
    availableUntil,
    title: readText(row.title),
    credit: readText(row.credit),
    chapters: chapters.map((chapter) => ({ ...chapter, title: readText(chapter.title) })),
  });
  await indexDocuments(tx, documents);
  const audience = readersOf(audienceSchema.parse(row.audience));
  await setCaptionReaders(tx, group, { audience, availableUntil });
}
