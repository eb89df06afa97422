import { LANG_NAMES, type Lang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { newId } from '~/platform/ids';
import { insertSound, removeOthers } from './data/sounds.server';
import { examineSoundJob, removeSoundFileJob } from './jobs.server';

export type ReceiveSoundInput = {
  assetId: string;
  lang: Lang;
  /** Where the file lies in storage: it stays there. */
  fileKey: string;
  fileName: string;
  sha256: string;
  bytes: number;
  accountId: string;
};

/**
 * A file has arrived for a sound: it is looked at next, and waits to be aligned and saved. One that waited before it
 * goes; a saved one of the language plays on. Within the transaction in which the file was accepted.
 */
export async function receiveSound(tx: Ctx, input: ReceiveSoundInput): Promise<void> {
  const { assetId, lang, fileKey, fileName, sha256, accountId } = input;
  const id = newId();
  const addedAt = tx.clock.now();
  const file = { fileKey, fileName, sha256, bytes: BigInt(input.bytes) };
  const label = LANG_NAMES[lang].own;
  await insertSound(tx.db, { id, assetId, lang, label, ...file, addedAt, addedBy: accountId });
  const former = await removeOthers(tx.db, { assetId, lang, except: id, isSaved: false }, addedAt);
  for (const soundId of former)
    await tx.jobs.enqueue(removeSoundFileJob, { soundId }, { singletonKey: soundId });
  await tx.jobs.enqueue(examineSoundJob, { soundId: id }, { singletonKey: id });
}
