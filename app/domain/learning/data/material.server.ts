import { LRUCache } from 'lru-cache';
import { findCurrentVersion } from '~/domain/catalogue/find-current-version.server';
import { findLesson } from '~/domain/catalogue/find-lesson.server';
import { getOutline, type Outline, type OutlineLesson } from '~/domain/catalogue/get-outline.server';
import { listQuestions, type QuizQuestion } from '~/domain/catalogue/list-questions.server';
import { listRecordingFacts } from '~/domain/recordings/list-recording-facts.server';
import type { Ctx } from '~/platform/context';

/**
 * What never changes once it is published is kept by the process: versions, their questions, the version of a lesson,
 * the course of an address. Whether a version is still the current one is not among it: `isCurrent` is left out.
 */
export type Material = Omit<Outline, 'isCurrent'>;

const versions = new LRUCache<string, Material>({ max: 300 });
const quizzes = new LRUCache<string, QuizQuestion[]>({ max: 300 });
const lessons = new LRUCache<string, { versionId: string }>({ max: 20_000 });
const courses = new LRUCache<string, { courseId: string }>({ max: 5_000 });

/** Asks once; what does not exist (yet) is asked for again. */
async function kept<V extends object>(
  cache: LRUCache<string, V>,
  key: string,
  load: () => Promise<V | null>,
): Promise<V | null> {
  const known = cache.get(key);
  if (known) return known;
  const loaded = await load();
  if (loaded) cache.set(key, loaded);
  return loaded;
}

/** A published version with its lessons. Throws not-found for another one. */
export async function materialOf(ctx: Ctx, versionId: string): Promise<Material> {
  const known = versions.get(versionId);
  if (known) return known;
  const { isCurrent: _, ...material } = await getOutline(ctx, { versionId });
  versions.set(versionId, material);
  return material;
}

/** The questions of a version with their right answers: for marking, never for a page as they are. */
export async function questionsOf(ctx: Ctx, versionId: string): Promise<QuizQuestion[]> {
  return (await kept(quizzes, versionId, () => listQuestions(ctx, { versionId }))) ?? [];
}

export async function courseIdOf(ctx: Ctx, slug: string): Promise<string | null> {
  return (await kept(courses, slug, () => findCurrentVersion(ctx, { slug })))?.courseId ?? null;
}

/** A lesson with its version; null for an unknown one. */
export async function lessonOf(
  ctx: Ctx,
  lessonId: string,
): Promise<{ lesson: OutlineLesson; material: Material } | null> {
  const found = await kept(lessons, lessonId, () => findLesson(ctx, { lessonId }));
  const material = found && (await materialOf(ctx, found.versionId));
  const lesson = material?.lessons.find(({ id }) => id === lessonId);
  return material && lesson ? { lesson, material } : null;
}

const durations = new LRUCache<string, { seconds: number }>({ max: 5_000 });

/** Whole seconds of a recording; null while it is being prepared. The length of a master never changes. */
export async function durationOf(ctx: Ctx, recordingId: string): Promise<number | null> {
  const found = await kept(durations, recordingId, async () => {
    const durationMs = (await listRecordingFacts(ctx, [recordingId])).get(recordingId)?.durationMs ?? null;
    return durationMs === null ? null : { seconds: Math.max(1, Math.round(durationMs / 1000)) };
  });
  return found?.seconds ?? null;
}
