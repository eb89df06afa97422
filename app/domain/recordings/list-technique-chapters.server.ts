import { type LocalizedText, readText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import { listChaptersOfTechnique } from './data/chapters.server';

export type TechniqueChapter = {
  /** Address of the recording. */
  slug: string;
  recordingTitle: LocalizedText;
  startMs: number;
  title: LocalizedText;
};

/** Where published recordings show a technique, at most 100 chapters. */
export async function listTechniqueChapters(
  ctx: Ctx,
  { techniqueId }: { techniqueId: string },
): Promise<TechniqueChapter[]> {
  const rows = await listChaptersOfTechnique(ctx.db, techniqueId);
  return rows.map(({ startMs, title, recording }) => ({
    slug: recording.slug,
    recordingTitle: readText(recording.title),
    startMs,
    title: readText(title),
  }));
}
