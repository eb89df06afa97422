import type { PointCategory, SimpleRequirement } from '~/domain/frameworks/inputs';

/** Where a piece is got: a course, a level, a page; null where there is no one place. */
export function sourceOf(requirement: SimpleRequirement, { knowsAge }: { knowsAge: boolean }): string | null {
  switch (requirement.kind) {
    case 'registration':
      return 'account';
    case 'course':
    case 'quiz-score':
      return requirement.ref;
    case 'practical':
      return `practical:${requirement.level}`;
    case 'qualification':
      return `level:${requirement.level}`;
    case 'dan':
      return 'papers';
    case 'age':
      return knowsAge ? null : 'birthday';
    case 'code-of-conduct':
      return 'code';
    case 'hours':
    case 'points':
      return null;
  }
}

/** How much is asked for where it is an amount. */
export function amountOf(requirement: SimpleRequirement): number | null {
  if (requirement.kind === 'hours') return requirement.hours;
  if (requirement.kind === 'points') return requirement.points;
  if (requirement.kind === 'quiz-score') return requirement.percent;
  if (requirement.kind === 'age') return requirement.years;
  return requirement.kind === 'dan' ? requirement.grade : null;
}

/** The category of hours or points; null for any. */
export const categoryOf = (requirement: SimpleRequirement): PointCategory | null =>
  'category' in requirement && requirement.category !== 'any' ? requirement.category : null;
