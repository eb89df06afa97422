import { z } from 'zod';
import { LESSON_KINDS } from '~/domain/catalogue/inputs';
import { readData } from './read-data';

const texts = z.object({ en: z.string(), ru: z.string(), kk: z.string(), ja: z.string() }).partial();

const lesson = z.object({
  id: z.string(),
  type: z.enum(LESSON_KINDS),
  minutes: z.number(),
  title: texts,
  summary: texts,
});
export type SampleLesson = z.infer<typeof lesson>;

const course = z.object({
  id: z.string(),
  level: z.number(),
  hours: z.number(),
  ce_points: z.number(),
  mandatory: z.boolean(),
  validity_months: z.number().nullable(),
  prerequisites: z.array(z.string()),
  title: texts,
  summary: texts,
  outcomes: z.array(texts),
  technique_ids: z.array(z.string()),
  term_ids: z.array(z.string()),
  modules: z.array(z.object({ title: texts, lessons: z.array(lesson) })),
  quiz: z.array(
    z.object({
      id: z.string(),
      prompt: texts,
      options: z.array(texts),
      correct: z.array(z.number()),
      explanation: texts,
      source: z.string(),
    }),
  ),
  assessment: z.object({ pass_percent: z.number(), attempts: z.number() }),
});
export type SampleCourse = z.infer<typeof course>;

/** The courses of the sample catalogue. */
export async function readCatalogue(): Promise<SampleCourse[]> {
  const file = await readData('sample-catalogue.json', z.object({ courses: z.array(course) }));
  if (!file) throw new Error('The sample catalogue is missing');
  return file.courses;
}
