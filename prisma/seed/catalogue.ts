import { createCourse } from '~/domain/catalogue/create-course.server';
import { findCurrentVersion } from '~/domain/catalogue/find-current-version.server';
import type { CreateCourseInput } from '~/domain/catalogue/inputs';
import { publishVersion } from '~/domain/catalogue/publish-version.server';
import { authored, type LocalizedText } from '~/i18n/content';
import type { Lang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { readCatalogue, type SampleCourse, type SampleLesson } from './catalogue-files';
import { lessonMaterial, quizOf, translationsOf } from './lesson-files';

/** Which live condition of a licence a course renews. */
const COMPONENTS: Record<string, string> = {
  safeguarding: 'safeguarding',
  'injury-head': 'head-injury',
  'clean-sport': 'anti-doping',
};

/** The demo recording that fits a lesson best; other video lessons take turns. */
const BEST: Record<string, string> = {
  'injury-head-m1-l1': 'safe-hall',
  'injury-head-m2-l2': 'first-five-minutes',
  'injury-head-m2-l1': 'first-five-minutes',
  'safeguarding-m1-l1': 'safe-hall',
  'safeguarding-m2-l1': 'first-five-minutes',
  'safeguarding-m3-l1': 'safe-hall',
};
const TURNS = ['tai-sabaki', 'kuzushi', 'safe-hall', 'first-five-minutes'];

const CREDIT: LocalizedText = authored(
  'en',
  {
    en: 'JUDOs and Jenys Judo Club, demo material',
    ru: 'JUDOs и Jenys Judo Club, демонстрационный материал',
    kk: 'JUDOs және Jenys Judo Club, көрсетілім материалы',
    ja: 'JUDOs・ジェニス柔道クラブ(見本教材)',
  },
  ['kk', 'ja'],
);

const text = (texts: { [L in Lang]?: string | undefined }): LocalizedText =>
  authored('en', texts, ['kk', 'ja']);

/** Writes and publishes the sample courses through the use cases; courses that exist are left alone. */
export async function seedCatalogue(
  ctx: Ctx,
  organisationId: string,
  recordings: ReadonlyMap<string, string>,
): Promise<void> {
  const courses = await readCatalogue();
  const order = [...courses].sort((a, b) => a.prerequisites.length - b.prerequisites.length);
  for (const course of order) {
    if (await findCurrentVersion(ctx, { slug: course.id })) continue;
    const { versionId } = await createCourse(ctx, await inputOf(course, organisationId, recordings));
    await publishVersion(ctx, { versionId });
  }
}

async function inputOf(
  course: SampleCourse,
  organisationId: string,
  recordings: ReadonlyMap<string, string>,
): Promise<CreateCourseInput> {
  const translations = await translationsOf(course.id);
  const lessons = course.modules.flatMap((module) => module.lessons);
  const lessonOf = async (lesson: SampleLesson) => {
    const clip = BEST[lesson.id] ?? TURNS[lessons.indexOf(lesson) % TURNS.length] ?? 'kuzushi';
    const recordingId = lesson.type === 'video' ? (recordings.get(clip) ?? null) : null;
    const summary = translations?.lessonSummaries[lesson.id] ?? text(lesson.summary);
    return { ...(await lessonFacts(course.id, lesson)), summary, recordingId };
  };
  return {
    slug: course.id,
    organisationId,
    title: text(course.title),
    summary: text(course.summary),
    outcomes: translations?.outcomes ?? course.outcomes.map(text),
    credit: CREDIT,
    level: course.level,
    hours: course.hours,
    points: course.ce_points,
    mandatory: course.mandatory,
    validityMonths: course.validity_months,
    component: COMPONENTS[course.id] ?? null,
    passPercent: course.assessment.pass_percent,
    attempts: course.assessment.attempts,
    prerequisites: course.prerequisites,
    modules: await Promise.all(
      course.modules.map(async (module) => ({
        title: text(module.title),
        lessons: await Promise.all(module.lessons.map(lessonOf)),
      })),
    ),
    questions: (await quizOf(course.id)) ?? sampleQuestions(course),
  };
}

async function lessonFacts(courseId: string, lesson: SampleLesson) {
  const material = await lessonMaterial(courseId, lesson.id);
  return {
    slug: lesson.id.replace(`${courseId}-`, ''),
    kind: lesson.type,
    title: text(lesson.title),
    minutes: lesson.minutes,
    body: material?.body ?? null,
    checklist: material?.checklist ?? null,
    sources: material?.sources ?? null,
  };
}

const sampleQuestions = (course: SampleCourse): CreateCourseInput['questions'] =>
  course.quiz.map((question) => ({
    slug: question.id,
    prompt: text(question.prompt),
    options: question.options.map(text),
    correct: question.correct,
    explanation: text(question.explanation),
    source: question.source,
  }));
