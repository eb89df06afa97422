import { listChapters } from '~/domain/chapters/list-chapters.server';
import { audienceSchema } from '~/domain/media/inputs';
import { readText } from '~/i18n/content';
import { type Ctx, inTransaction } from '~/platform/context';
import { fromDb } from '~/platform/local-date';
import { indexDocuments } from '~/platform/search/index-document.server';
import { removeRecording } from '~/platform/search/remove-group.server';
import { setCaptionReaders } from '~/platform/search/set-caption-readers.server';
import { findRecording, listPublishedIds } from './data/recordings.server';
import { readersOf, recordingGroup, searchDocuments } from './rules/search-documents';

/**
 * Writes recordings with their chapters into the search index and says who may read their captions, one transaction for
 * each (or the open one); without `ids` all that are published. One that is not published or was withdrawn is found no
 * more, nor are its captions.
 */
export async function indexRecordings(ctx: Ctx, { ids }: { ids?: readonly string[] } = {}): Promise<void> {
  for (const id of ids ?? (await listPublishedIds(ctx.db)).map((row) => row.id))
    await inTransaction(ctx, (tx) => index(tx, id));
}

async function index(tx: Ctx, recordingId: string): Promise<void> {
  const row = await findRecording(tx.db, recordingId);
  if (!row) return;
  const group = recordingGroup(row.assetId);
  await removeRecording(tx, group);
  const availableUntil = row.availableUntil && fromDb(row.availableUntil);
  if (!row.publishedAt || row.withdrawnAt) {
    await setCaptionReaders(tx, group, { audience: 'nobody', availableUntil });
    return;
  }
  const chapters = await listChapters(tx, { recordingIds: [recordingId] });
  const documents = searchDocuments({
    ...row,
    availableUntil,
    title: readText(row.title),
    credit: readText(row.credit),
    chapters: chapters.get(recordingId) ?? [],
  });
  await indexDocuments(tx, documents);
  const audience = readersOf(audienceSchema.parse(row.audience));
  await setCaptionReaders(tx, group, { audience, availableUntil });
}
