import { z } from 'zod';
import { localizedText } from '~/i18n/content';

export const LESSON_KINDS = ['video', 'reading', 'practice', 'assignment', 'quiz'] as const;
export type LessonKind = (typeof LESSON_KINDS)[number];
export const lessonKind = z.enum(LESSON_KINDS);

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80);

export const source = z.object({ title: z.string().min(1), url: z.string() });
export type Source = z.infer<typeof source>;

export const lessonInput = z.object({
  slug,
  kind: lessonKind,
  title: localizedText,
  summary: localizedText,
  body: localizedText.nullable(),
  checklist: z.array(localizedText).nullable(),
  sources: z.array(source).nullable(),
  minutes: z.number().int().min(1).max(600),
  recordingId: z.uuid().nullable(),
});
export type LessonInput = z.infer<typeof lessonInput>;

export const questionInput = z
  .object({
    slug,
    prompt: localizedText,
    options: z.array(localizedText).min(2).max(8),
    correct: z.array(z.number().int().min(0)).min(1),
    explanation: localizedText,
    source: z.string(),
  })
  .refine(({ correct, options }) => correct.every((index) => index < options.length), 'invalid');
export type QuestionInput = z.infer<typeof questionInput>;

export const createCourseInput = z.object({
  slug,
  organisationId: z.uuid(),
  title: localizedText,
  summary: localizedText,
  outcomes: z.array(localizedText),
  credit: localizedText,
  level: z.number().int().min(1).max(9),
  hours: z.number().min(0.5).max(999),
  points: z.number().int().min(0).max(100),
  mandatory: z.boolean(),
  validityMonths: z.number().int().min(1).max(120).nullable(),
  /** The live condition of a licence that completing this course renews, such as 'safeguarding'. */
  component: z.string().max(40).nullable(),
  passPercent: z.number().int().min(1).max(100),
  attempts: z.number().int().min(1).max(20),
  prerequisites: z.array(slug),
  modules: z.array(z.object({ title: localizedText, lessons: z.array(lessonInput).min(1) })).min(1),
  questions: z.array(questionInput).min(1),
});
export type CreateCourseInput = z.infer<typeof createCourseInput>;

export const listCoursesInput = z.object({
  q: z.string().max(200).catch('').default(''),
  level: z.coerce.number().int().min(1).max(9).optional().catch(undefined),
  mandatory: z.literal('1').optional().catch(undefined),
  open: z.literal('1').optional().catch(undefined),
  after: z.string().max(100).optional().catch(undefined),
});
export type ListCoursesInput = z.infer<typeof listCoursesInput>;
