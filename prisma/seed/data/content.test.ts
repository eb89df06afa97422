import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const here = import.meta.dirname;
const languages = ['en', 'ru', 'kk', 'ja'] as const;
const text = z.string().trim().min(1);
const authored = z.strictObject({ text, origin: z.literal('author') });
const machine = z.strictObject({ text, origin: z.literal('machine') });
const localized = z.strictObject({
  original: z.literal('en'),
  en: authored,
  ru: authored,
  kk: machine,
  ja: machine,
});
const lessonFile = z.strictObject({
  id: text,
  body: localized,
  checklist: z.array(localized).min(8).max(12).optional(),
  sources: z.array(z.strictObject({ title: text, url: z.url() })).min(1),
});
const question = z.strictObject({
  id: text,
  prompt: localized,
  options: z.array(localized).length(4),
  correct: z.array(z.int().min(0).max(3)).min(1).max(3),
  explanation: localized,
  source: text,
});
const quizFile = z.strictObject({ quiz: z.array(question) });
const translationsFile = z.strictObject({
  outcomes: z.array(localized),
  lessonSummaries: z.record(z.string(), localized),
});
const captionsFile = z.strictObject({
  id: text,
  title: localized,
  durationMs: z.int().min(40_000).max(50_000),
  cues: z
    .array(
      z.strictObject({
        startMs: z.int().min(0),
        endMs: z.int(),
        text: z.strictObject({ en: text, ru: text, kk: text, ja: text }),
      }),
    )
    .min(7)
    .max(10),
  chapters: z
    .array(
      z.strictObject({
        startMs: z.int().min(0),
        title: z.strictObject({ en: text, ru: text, kk: text, ja: text }),
      }),
    )
    .min(3),
});
const bilingual = z.object({ en: text, ru: text });
const catalogueFile = z.object({
  courses: z.array(
    z.object({
      id: text,
      outcomes: z.array(bilingual),
      modules: z.array(
        z.object({ lessons: z.array(z.object({ id: text, type: text, summary: bilingual })) }),
      ),
      quiz: z.array(
        z.object({
          id: text,
          prompt: bilingual,
          options: z.array(bilingual),
          correct: z.array(z.int()),
          explanation: bilingual,
        }),
      ),
    }),
  ),
});

const readJson = (...parts: string[]): unknown => JSON.parse(readFileSync(path.join(here, ...parts), 'utf8'));
const words = (value: string): number =>
  value.match(/[\p{L}\p{N}]+(?:[’'.:–-][\p{L}\p{N}]+)*/gu)?.length ?? 0;

/** Words of a lesson body, least and most, by lesson type. */
const wordLimits = z.enum(['video', 'reading', 'practice']).transform((type): [number, number] => {
  const limits = { video: [80, 150], reading: [350, 600], practice: [300, 600] } as const;
  return [...limits[type]];
});
/** Kazakh joins into one word what English and Russian say in several. */
const agglutinative = 0.9;

const catalogue = catalogueFile.parse(readJson('sample-catalogue.json'));
const catalogued = (id: string) => {
  const found = catalogue.courses.find((course) => course.id === id);
  if (found === undefined) throw new Error(`course ${id} is not in the sample catalogue`);
  return found;
};

describe.each([
  { id: 'safeguarding', questions: 15 },
  { id: 'injury-head', questions: 20 },
])('course $id', ({ id, questions }) => {
  const course = catalogued(id);
  const lessons = course.modules.flatMap((module) => module.lessons);
  const written = lessons.filter((lesson) => lesson.type !== 'quiz');
  const translations = translationsFile.parse(readJson('lessons', id, 'translations.json'));
  const { quiz } = quizFile.parse(readJson('lessons', id, 'quiz.json'));

  it('has one file per written lesson and no other', () => {
    const files = readdirSync(path.join(here, 'lessons', id)).sort();
    const expected = written.map((lesson) => `${lesson.id}.json`);
    expect(files).toEqual([...expected, 'quiz.json', 'translations.json'].sort());
  });

  it.each(written)('$id ($type) is complete in four languages', ({ id: lessonId, type }) => {
    const lesson = lessonFile.parse(readJson('lessons', id, `${lessonId}.json`));
    expect(lesson.id).toBe(lessonId);
    expect(lesson.checklist !== undefined).toBe(type === 'practice');
    const [least, most] = wordLimits.parse(type);
    for (const language of ['en', 'ru', 'kk'] as const) {
      const count = words(lesson.body[language].text);
      const floor = language === 'kk' ? least * agglutinative : least;
      expect(count, `${language} words`).toBeGreaterThanOrEqual(floor);
      expect(count, `${language} words`).toBeLessThanOrEqual(most);
    }
    const perWord = lesson.body.ja.text.length / words(lesson.body.en.text);
    expect(perWord, 'Japanese characters per English word').toBeGreaterThan(2);
  });

  it.each(written)('$id keeps headings and list items in every translation', ({ id: lessonId }) => {
    const { body } = lessonFile.parse(readJson('lessons', id, `${lessonId}.json`));
    const shape = (value: string) =>
      value.split('\n').map((line) => /^(?:## |- |\d+\. |$)/u.exec(line)?.[0] ?? 'text');
    for (const language of languages) {
      expect(shape(body[language].text), language).toEqual(shape(body.en.text));
    }
  });

  it('translates every outcome and lesson summary of the catalogue', () => {
    expect(translations.outcomes.map(({ en, ru }) => ({ en: en.text, ru: ru.text }))).toEqual(
      course.outcomes,
    );
    const summaries = Object.entries(translations.lessonSummaries).map(([key, value]) => [
      key,
      { en: value.en.text, ru: value.ru.text },
    ]);
    expect(summaries).toEqual(lessons.map((lesson) => [lesson.id, lesson.summary]));
  });

  it('asks the promised number of questions with correct indexes', () => {
    expect(quiz.map((entry) => entry.id)).toEqual(
      Array.from({ length: questions }, (_, index) => `${id}-q${index + 1}`),
    );
    expect(quiz.filter((entry) => entry.correct.length > 1).length).toBeGreaterThanOrEqual(3);
    for (const entry of quiz) {
      expect(new Set(entry.correct).size, entry.id).toBe(entry.correct.length);
      for (const language of languages) {
        const options = entry.options.map((option) => option[language].text);
        expect(new Set(options).size, `${entry.id} ${language}`).toBe(options.length);
      }
    }
  });

  it('keeps the questions of the catalogue as they are', () => {
    const pair = ({ en, ru }: z.infer<typeof localized>) => ({ en: en.text, ru: ru.text });
    for (const [index, original] of course.quiz.entries()) {
      const entry = question.parse(quiz[index]);
      expect(pair(entry.prompt)).toEqual(original.prompt);
      expect(entry.options.map(pair)).toEqual(original.options);
      expect(pair(entry.explanation)).toEqual(original.explanation);
      expect(entry.correct).toEqual(original.correct);
    }
  });
});

/** Characters per second a viewer can read, by script. */
const readingSpeed = { en: 17, ru: 17, kk: 17, ja: 7 } as const;

describe.each(['tai-sabaki', 'kuzushi', 'safe-hall', 'first-five-minutes'])('captions %s', (id) => {
  const captions = captionsFile.parse(readJson('captions', `${id}.json`));

  it('run forward without overlap inside the clip', () => {
    expect(captions.id).toBe(id);
    let previousEnd = 0;
    for (const cue of captions.cues) {
      expect(cue.startMs).toBeGreaterThanOrEqual(previousEnd);
      expect(cue.endMs).toBeGreaterThan(cue.startMs);
      previousEnd = cue.endMs;
    }
    expect(previousEnd).toBeLessThanOrEqual(captions.durationMs);
  });

  it('have chapters that begin with a cue, in order', () => {
    const starts = captions.cues.map(({ startMs }) => startMs);
    const chapters = captions.chapters.map(({ startMs }) => startMs);
    expect(starts).toEqual(expect.arrayContaining(chapters));
    expect(chapters).toEqual([...chapters].sort((a, b) => a - b));
  });

  it.each(languages)('can be read in %s', (language) => {
    for (const cue of captions.cues) {
      const speed = cue.text[language].length / ((cue.endMs - cue.startMs) / 1000);
      expect(speed, cue.text[language]).toBeLessThanOrEqual(readingSpeed[language]);
    }
  });
});
