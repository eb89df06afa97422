import { awaitMaster } from '~/domain/media/await-master.server';
import { authored } from '~/i18n/content';
import type { Lang } from '~/i18n/locales';
import { recordAct } from '~/platform/audit/record-act.server';
import type { Ctx } from '~/platform/context';
import { newId } from '~/platform/ids';
import { insertRecording } from './data/recordings.server';

export type DraftRecordingInput = {
  assetId: string;
  organisationId: string;
  title: string;
  lang: Lang;
};

/** An address that says nothing about what the recording shows; its instructor may choose another before publication. */
const addressOf = (id: string): string => `r-${id.replaceAll('-', '').slice(-12)}`;

/**
 * The draft of a recording whose file is on its way: it belongs to the actor, whose own spelling is its credit line, and
 * nobody sees it before it is published. Within the transaction in which the upload begins.
 */
export async function draftRecording(tx: Ctx, input: DraftRecordingInput): Promise<{ recordingId: string }> {
  const { assetId, organisationId, title, lang } = input;
  await awaitMaster(tx, { assetId });
  const id = newId();
  await insertRecording(tx.db, {
    ...{ id, assetId, organisationId, slug: addressOf(id), ownerId: tx.actor?.accountId ?? null },
    title: authored(lang, { [lang]: title }),
    credit: authored(lang, { [lang]: tx.actor?.name ?? '' }),
    audience: { kind: 'account' },
    availableUntil: null,
    createdAt: tx.clock.now(),
  });
  await recordAct(tx, { act: 'recordings.drafted', subject: { type: 'recording', id }, detail: { assetId } });
  return { recordingId: id };
}
