import { isDeepStrictEqual } from 'node:util';
import { listTechniqueNames } from '~/domain/lexicon/list-technique-names.server';
import { authored, type LocalizedText } from '~/i18n/content';
import { LANGS } from '~/i18n/locales';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { DomainError } from '~/platform/errors';
import { countChapters, findChapter, insertChapter, updateChapter } from './data/chapters.server';
import './events';
import type { WriteChapterInput } from './inputs';
import { requirePreparer } from './policy';

/** A recording of three hours with a chapter every half minute. */
const MOST = 500;

/** The written title, or the technique's names. Throws `media.chapter-needs-title` when there is neither. */
async function titleOf(ctx: Ctx, { title, techniqueId }: WriteChapterInput): Promise<LocalizedText> {
  const names = techniqueId
    ? (await listTechniqueNames(ctx, [techniqueId])).get(techniqueId)?.names
    : undefined;
  if (techniqueId && !names)
    throw new DomainError('invalid', 'media.no-such-technique', { field: 'technique' });
  const written = LANGS.find((lang) => lang === ctx.lang && title[lang]) ?? LANGS.find((lang) => title[lang]);
  if (written) return authored(written, title);
  if (!names) throw new DomainError('invalid', 'media.chapter-needs-title', { field: 'title' });
  const { kanji, cyrillic, romaji } = names;
  return authored('ja', { ja: kanji, ru: cyrillic, kk: cyrillic, en: romaji });
}

/** False when exactly this chapter is there already. */
async function put(tx: Ctx, input: WriteChapterInput, title: LocalizedText): Promise<boolean> {
  const { recordingId, before, startMs, techniqueId } = input;
  const content = { startMs, techniqueId, title: { ...title } };
  const old = before === null ? null : await findChapter(tx.db, recordingId, before);
  const there = await findChapter(tx.db, recordingId, startMs);
  if (there && there.id !== old?.id) {
    if (there.techniqueId === techniqueId && isDeepStrictEqual(there.title, content.title)) return false;
    throw new DomainError('conflict', 'media.chapter-there-already', { field: 'start' });
  }
  if (old) await updateChapter(tx.db, old.id, content);
  else if ((await countChapters(tx.db, recordingId)) >= MOST)
    throw new DomainError('invalid', 'media.too-many-chapters');
  else await insertChapter(tx.db, recordingId, content);
  return true;
}

/**
 * Adds a chapter, or changes the one that begins at `before`; the same again changes nothing. Errors: forbidden,
 * not-found; invalid (no title, unknown technique, too many); conflict when another chapter begins at this moment.
 */
export async function writeChapter(ctx: Ctx, input: WriteChapterInput): Promise<void> {
  const { recordingId, startMs, techniqueId } = input;
  await inTransaction(ctx, async (tx) => {
    await requirePreparer(tx, recordingId);
    if (!(await put(tx, input, await titleOf(tx, input)))) return;
    await tx.publish({ type: 'chapters.changed', recordingId });
    await raiseContentVersion(tx);
    await recordAct(tx, {
      act: 'recordings.chapter-written',
      subject: { type: 'recording', id: recordingId },
      detail: { startMs, ...(techniqueId ? { techniqueId } : {}) },
    });
  });
}
