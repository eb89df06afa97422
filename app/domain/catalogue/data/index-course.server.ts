import { z } from 'zod';
import { localizedText, readText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import { indexDocuments } from '~/platform/search/index-document.server';
import { removeGroup } from '~/platform/search/remove-group.server';
import { courseGroup, type IndexedVersion, searchDocuments } from '../rules/search-documents';
import { findVersion, listLessons, listModules } from './courses.server';

const texts = (value: unknown) => z.array(localizedText).parse(value ?? []);

/** Writes a published version into the search index, in place of the version before. Inside a transaction. */
export async function indexCourse(tx: Ctx, { versionId }: { versionId: string }): Promise<void> {
  const version = await findVersion(tx.db, versionId);
  if (!version?.publishedAt || version.supersededAt) return;
  const modules = await listModules(tx.db, versionId);
  const lessons = await listLessons(tx.db, [versionId]);
  const indexed: IndexedVersion = {
    courseId: version.courseId,
    techniqueIds: version.course.techniqueIds,
    termIds: version.course.termIds,
    slug: version.course.slug,
    title: readText(version.title),
    summary: readText(version.summary),
    credit: readText(version.credit),
    outcomes: texts(version.outcomes),
    modules: modules.map(({ title }) => readText(title)),
    lessons: lessons.map((lesson) => ({
      ...{ id: lesson.id, slug: lesson.slug, kind: lesson.kind },
      title: readText(lesson.title),
      summary: readText(lesson.summary),
      body: lesson.body === null ? null : readText(lesson.body),
      checklist: texts(lesson.checklist),
    })),
  };
  await removeGroup(tx, courseGroup(version.courseId));
  await indexDocuments(tx, searchDocuments(indexed));
}
