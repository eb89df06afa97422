import { allAsked } from '~/domain/frameworks/inputs';
import type { DraftRules } from '~/domain/frameworks/types';

/** Addresses of the courses of whose quiz a result is asked for, each once. */
export const quizCourses = (rules: Pick<DraftRules, 'prerequisites' | 'reinstatement'>): string[] => [
  ...new Set(
    allAsked(rules).flatMap((each) => (each.kind === 'quiz-score' ? [each.ref.replace(/^course:/, '')] : [])),
  ),
];
