import type { Requirement } from '~/domain/frameworks/inputs';
import type { DraftRules } from '~/domain/frameworks/types';

function coursesIn(requirement: Requirement): string[] {
  if ('of' in requirement) return requirement.of.flatMap(coursesIn);
  return requirement.kind === 'quiz-score' ? [requirement.ref.replace(/^course:/, '')] : [];
}

/** Addresses of the courses of whose quiz a result is asked for, each once. */
export const quizCourses = ({
  prerequisites,
  reinstatement,
}: Pick<DraftRules, 'prerequisites' | 'reinstatement'>): string[] => [
  ...new Set([prerequisites, ...reinstatement.flatMap(({ requires }) => requires)].flatMap(coursesIn)),
];
