import type { Audience } from '~/domain/media/inputs';
import type { LocalizedText } from '~/i18n/content';
import type { SearchAudience, SearchDocument } from '~/platform/search/types';

export type IndexedRecording = {
  id: string;
  slug: string;
  assetId: string;
  title: LocalizedText;
  credit: LocalizedText;
  /** 'YYYY-MM-DD' */
  availableUntil: string | null;
  chapters: readonly { startMs: number; title: LocalizedText; techniqueId: string | null }[];
};

/** What belongs to one recording in the index; captions name their asset alike. */
export const recordingGroup = (assetId: string): string => `asset:${assetId}`;

/** Who may read what is said in a recording: those who may watch it. */
export function readersOf(audience: Audience): SearchAudience {
  if (audience.kind === 'enrolled') return `enrolled:${audience.courseId}`;
  return audience.kind === 'qualified' ? `qualified:${audience.levelId}` : audience.kind;
}

/** A published recording and its chapters as they are found: titles are public, what is said is not always. */
export function searchDocuments(recording: IndexedRecording): SearchDocument[] {
  const { id, slug, title, credit, availableUntil, chapters } = recording;
  const common = { group: recordingGroup(recording.assetId), availableUntil };
  const techniqueIds = [...new Set(chapters.flatMap(({ techniqueId }) => techniqueId ?? []))];
  const path = `/recordings/${slug}`;
  return [
    { ...common, kind: 'recording', id, path, title, texts: [credit], techniqueIds },
    ...chapters.map((chapter): SearchDocument => {
      const seconds = Math.floor(chapter.startMs / 1000);
      return {
        ...{ ...common, kind: 'chapter', id: `${id}@${chapter.startMs}` },
        ...{ path: `${path}?t=${seconds}`, seconds, title: chapter.title },
        techniqueIds: chapter.techniqueId ? [chapter.techniqueId] : [],
      };
    }),
  ];
}
