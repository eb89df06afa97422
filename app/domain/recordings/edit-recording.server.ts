import { authored, type LocalizedText, readText } from '~/i18n/content';
import { LANGS } from '~/i18n/locales';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { toDb } from '~/platform/local-date';
import { requireRecording, type StoredRecording } from './data/own-recording.server';
import { type EditedRecording, updateRecording } from './data/prepared.server';
import './ports';
import { indexRecordings } from './index-recordings.server';
import type { EditRecordingInput } from './inputs';
import { canPrepareRecording, canPublishRecording } from './policy';

/** Languages that were written are the writer's; ones left empty are gone, but the original language stays. */
function retitled(before: LocalizedText, title: NonNullable<EditRecordingInput['title']>): LocalizedText {
  const next: LocalizedText = { original: before.original };
  for (const lang of LANGS) {
    const text = title[lang] ?? (lang === before.original ? before[lang]?.text : undefined);
    if (!text) continue;
    next[lang] = before[lang]?.text === text ? before[lang] : { text, origin: 'author' };
  }
  return next;
}

function edited(before: StoredRecording, { title, rights }: EditRecordingInput): EditedRecording {
  const titles = title ? { title: { ...retitled(readText(before.title), title) } } : {};
  if (!rights) return titles;
  const credit = readText(before.credit);
  return {
    ...titles,
    credit: { ...authored(credit.original, { [credit.original]: rights.credit }) },
    audience: rights.audience,
    availableUntil: rights.availableUntil ? toDb(rights.availableUntil) : null,
  };
}

/**
 * Writes the titles, and for its instructor alone the credit line, the audience and the last day. Errors: not-found,
 * forbidden.
 */
export async function editRecording(ctx: Ctx, input: EditRecordingInput): Promise<void> {
  const { recordingId, rights } = input;
  await inTransaction(ctx, async (tx) => {
    const before = rights
      ? await requireRecording(tx, recordingId, canPublishRecording, 'media.cannot-publish-recording')
      : await requireRecording(tx, recordingId, canPrepareRecording, 'media.cannot-prepare-recording');
    await updateRecording(tx.db, recordingId, edited(before, input));
    if (before.publishedAt) await indexRecordings(tx, { ids: [recordingId] });
    if (rights) await tx.publish({ type: 'recording.changed', assetId: before.assetId });
    await raiseContentVersion(tx);
    await recordAct(tx, {
      act: 'recordings.edited',
      subject: { type: 'recording', id: recordingId },
      detail: rights ? { audience: rights.audience.kind, until: rights.availableUntil } : {},
    });
  });
}
