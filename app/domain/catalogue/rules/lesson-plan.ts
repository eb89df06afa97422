import { authored, type LocalizedText } from '~/i18n/content';
import type { LessonInput } from '../inputs';

type PlannedModule = { title: LocalizedText; lessons: readonly LessonInput[] };

/** Minutes of a quiz that the plan itself does not have. */
const QUIZ_MINUTES = 12;

const quizLesson: LessonInput = {
  slug: 'final-test',
  kind: 'quiz',
  title: authored('en', { en: 'Final test', ru: 'Итоговый тест', kk: 'Қорытынды тест', ja: '修了テスト' }, [
    'kk',
    'ja',
  ]),
  summary: authored(
    'en',
    {
      en: 'Questions on the whole course, with an explanation of every answer.',
      ru: 'Вопросы по всему курсу с объяснением каждого ответа.',
      kk: 'Бүкіл курс бойынша сұрақтар, әр жауаптың түсіндірмесімен.',
      ja: '講座全体からの出題です。すべての答えに解説が付きます。',
    },
    ['kk', 'ja'],
  ),
  body: null,
  checklist: null,
  sources: null,
  minutes: QUIZ_MINUTES,
  recordingId: null,
};

/** The plan with exactly one quiz lesson at least: a plan without one gets it as the last lesson. */
export function withQuizLesson(modules: readonly PlannedModule[]): readonly PlannedModule[] {
  if (modules.some((module) => module.lessons.some((lesson) => lesson.kind === 'quiz'))) return modules;
  return modules.map((module, index) =>
    index === modules.length - 1 ? { ...module, lessons: [...module.lessons, quizLesson] } : module,
  );
}
