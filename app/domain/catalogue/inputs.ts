import { z } from 'zod';
import { localizedText } from '~/i18n/content';
import { LANGS } from '~/i18n/locales';

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

/** Whom a course is about: children at school, children in clubs, athletes. */
export const AGE_GROUPS = ['school', 'children', 'professional'] as const;
export type AgeGroup = (typeof AGE_GROUPS)[number];
export const ageGroup = z.enum(AGE_GROUPS);

/** Up to 5 hours, up to 9, longer. */
export const LENGTHS = ['short', 'medium', 'long'] as const;
export type Length = (typeof LENGTHS)[number];

/** By title in the reader's alphabet, the easier first, the shorter first, the newer first. */
export const SORTS = ['title', 'level', 'hours', 'new'] as const;
export type Sort = (typeof SORTS)[number];

/** Levels that a course may have. */
export const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

const chosen = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined);

export const listCoursesInput = z.object({
  q: z.string().max(200).catch('').default(''),
  theme: chosen(slug),
  level: chosen(z.coerce.number().int().min(1).max(9)),
  age: chosen(ageGroup),
  audio: chosen(z.enum(LANGS)),
  captions: chosen(z.enum(LANGS)),
  length: chosen(z.enum(LENGTHS)),
  mandatory: chosen(z.literal('1')),
  open: chosen(z.literal('1')),
  sort: chosen(z.enum(SORTS)),
  after: chosen(z.string().max(100)),
});
export type ListCoursesInput = z.infer<typeof listCoursesInput>;

export const classifyCourseInput = z.object({
  slug,
  themes: z.array(slug).max(20),
  ageGroups: z.array(ageGroup),
  techniqueIds: z.array(slug).max(100),
  termIds: z.array(slug).max(100),
});
export type ClassifyCourseInput = z.infer<typeof classifyCourseInput>;

const place = { slug, organisationId: z.uuid(), position: z.number().int().min(1).max(999) };

export const defineThemeInput = z.object({
  ...place,
  title: localizedText,
  summary: localizedText,
  /** Markdown. */
  essay: localizedText,
  sources: z.array(source).max(20),
  techniqueIds: z.array(slug).max(100),
  /** Lessons by their addresses: 'course/lesson'. */
  lessonRefs: z.array(z.string().regex(/^[a-z0-9-]{1,80}\/[a-z0-9-]{1,80}$/)).max(50),
});
export type DefineThemeInput = z.infer<typeof defineThemeInput>;

export const definePathInput = z.object({
  ...place,
  ageGroup,
  title: localizedText,
  summary: localizedText,
  /** In the order in which they are best studied; `note` says why it stands here. */
  steps: z
    .array(z.object({ course: slug, note: localizedText }))
    .min(1)
    .max(40),
});
export type DefinePathInput = z.infer<typeof definePathInput>;
