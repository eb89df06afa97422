import type { Requirement, SimpleRequirement } from '../inputs';

/**
 * What a requirement is called where something else may stand in for it; null where nothing may: who is not registered,
 * was not seen on the mat, is too young or has not accepted the code gets no licence.
 */
export function requirementKey(requirement: SimpleRequirement): string | null {
  switch (requirement.kind) {
    case 'registration':
    case 'practical':
    case 'age':
    case 'code-of-conduct':
      return null;
    case 'course':
      return requirement.ref;
    case 'quiz-score':
      return `quiz:${requirement.ref}:${requirement.percent}`;
    case 'qualification':
      return `level:${requirement.level}`;
    case 'hours':
      return `hours:${requirement.category}:${requirement.hours}`;
    case 'points':
      return `points:${requirement.category}:${requirement.points}`;
    case 'dan':
      return `dan:${requirement.grade}`;
  }
}

/** Every single requirement of what a level asks for that something else may stand in for, each key once, in their order. */
export function countableOf(requirement: Requirement): { key: string; requirement: SimpleRequirement }[] {
  const found = new Map<string, SimpleRequirement>();
  const visit = (each: Requirement): void => {
    if ('of' in each) {
      each.of.forEach(visit);
      return;
    }
    const key = requirementKey(each);
    if (key && !found.has(key)) found.set(key, each);
  };
  visit(requirement);
  return [...found].map(([key, each]) => ({ key, requirement: each }));
}
