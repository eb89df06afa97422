import { z } from 'zod';
import { questionInput, source } from '~/domain/catalogue/inputs';
import { localizedText } from '~/i18n/content';
import { readData } from './read-data';

const material = z.object({
  body: localizedText,
  checklist: z.array(localizedText).optional(),
  sources: z.array(source),
});

/** What a lesson is made of beyond its title: body, checklist, sources; null for a lesson without its own file. */
export const lessonMaterial = (courseId: string, lessonId: string) =>
  readData(`lessons/${courseId}/${lessonId}.json`, material);

const translations = z.object({
  outcomes: z.array(localizedText),
  lessonSummaries: z.record(z.string(), localizedText),
});

/** Outcomes and summaries in the languages that the sample catalogue lacks. */
export const translationsOf = (courseId: string) =>
  readData(`lessons/${courseId}/translations.json`, translations);

const quiz = z.object({
  quiz: z.array(z.object({ id: z.string(), ...questionInput.shape }).omit({ slug: true })),
});

/** The full quiz of a course; null where only the sample's three questions exist. */
export async function quizOf(courseId: string) {
  const file = await readData(`lessons/${courseId}/quiz.json`, quiz);
  return file?.quiz.map(({ id, ...question }) => ({ ...question, slug: id })) ?? null;
}
