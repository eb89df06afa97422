import { type LocalizedText, readText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import { listChapters as listRows } from './data/chapters.server';

export type ChapterFacts = { startMs: number; title: LocalizedText; techniqueId: string | null };

/** The chapters of several recordings in their order, by recording id. */
export async function listChapters(
  ctx: Ctx,
  { recordingIds }: { recordingIds: readonly string[] },
): Promise<Map<string, ChapterFacts[]>> {
  const chapters = new Map<string, ChapterFacts[]>();
  if (recordingIds.length === 0) return chapters;
  for (const { recordingId, startMs, title, techniqueId } of await listRows(ctx.db, recordingIds)) {
    const before = chapters.get(recordingId) ?? [];
    chapters.set(recordingId, [...before, { startMs, title: readText(title), techniqueId }]);
  }
  return chapters;
}
