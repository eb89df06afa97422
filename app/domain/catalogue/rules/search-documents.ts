import type { LocalizedText } from '~/i18n/content';
import type { SearchDocument } from '~/platform/search/types';

export type IndexedLesson = {
  id: string;
  slug: string;
  kind: string;
  title: LocalizedText;
  summary: LocalizedText;
  body: LocalizedText | null;
  checklist: readonly LocalizedText[];
};

export type IndexedVersion = {
  courseId: string;
  slug: string;
  title: LocalizedText;
  summary: LocalizedText;
  credit: LocalizedText;
  outcomes: readonly LocalizedText[];
  modules: readonly LocalizedText[];
  lessons: readonly IndexedLesson[];
  techniqueIds: readonly string[];
  termIds: readonly string[];
};

/** What belongs to one course in the index. */
export const courseGroup = (courseId: string): string => `course:${courseId}`;

const courseDocument = (version: IndexedVersion): SearchDocument => ({
  kind: 'course',
  id: version.courseId,
  group: courseGroup(version.courseId),
  path: `/courses/${version.slug}`,
  title: version.title,
  texts: [version.summary, ...version.outcomes, ...version.modules, version.credit],
  techniqueIds: version.techniqueIds,
  termIds: version.termIds,
});

/** Titles and summaries stand on the course's page; the text itself is for those who are enrolled. */
const lessonDocument = (version: IndexedVersion, lesson: IndexedLesson): SearchDocument => ({
  kind: 'lesson',
  id: lesson.id,
  group: courseGroup(version.courseId),
  path: `/courses/${version.slug}#${lesson.slug}`,
  title: lesson.title,
  texts: [lesson.summary],
  inner: {
    texts: [...(lesson.body ? [lesson.body] : []), ...lesson.checklist],
    audience: `enrolled:${version.courseId}`,
    path: `/learn/${version.slug}/${lesson.slug}`,
  },
});

/** A course and its lessons as they are found. Every course has a quiz, and nobody looks for one. */
export const searchDocuments = (version: IndexedVersion): SearchDocument[] => [
  courseDocument(version),
  ...version.lessons.filter(({ kind }) => kind !== 'quiz').map((lesson) => lessonDocument(version, lesson)),
];

export type IndexedTheme = {
  id: string;
  slug: string;
  title: LocalizedText;
  summary: LocalizedText;
  essay: LocalizedText;
  techniqueIds: readonly string[];
};

/** A methodology as it is found: by its essay too. */
export const themeDocument = ({
  id,
  slug,
  title,
  summary,
  essay,
  techniqueIds,
}: IndexedTheme): SearchDocument => ({
  ...{ kind: 'methodology', id, path: `/methodologies/${slug}`, title },
  texts: [summary, essay],
  techniqueIds,
});
