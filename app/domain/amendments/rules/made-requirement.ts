import { EARNED_SOURCES, type EarnedKind, type SimpleRequirement } from '~/domain/frameworks/inputs';
import { DomainError } from '~/platform/errors';
import type { DraftEdit } from '../inputs';

type Sent = Extract<DraftEdit, { part: 'requirement' }>;

const NEEDS = {
  course: 'amendments.needs-course',
  level: 'amendments.needs-level',
  amount: 'amendments.needs-amount',
} as const;

function needed<T>(value: T | null | undefined, field: keyof typeof NEEDS): T {
  if (!value) throw new DomainError('invalid', NEEDS[field], { field });
  return value;
}

function atMost(amount: number, most: number): number {
  if (amount > most)
    throw new DomainError('invalid', 'amendments.amount-most', { field: 'amount', params: { most } });
  return amount;
}

/** A kind that can be on record; all kinds where none was chosen. */
function earned(of: 'hours' | 'points', category: EarnedKind = 'any'): EarnedKind {
  if (!EARNED_SOURCES[of].includes(category))
    throw new DomainError('invalid', 'amendments.no-source', { field: 'category' });
  return category;
}

/** The requirement that a form speaks of; fields that its kind does not ask for are left out. */
export function madeRequirement({ kind, course, level, category, amount }: Sent): SimpleRequirement {
  switch (kind) {
    case 'registration':
    case 'code-of-conduct':
      return { kind };
    case 'course':
      return { kind, ref: `course:${needed(course, 'course')}` };
    case 'quiz-score':
      return {
        kind,
        ref: `course:${needed(course, 'course')}`,
        percent: atMost(needed(amount, 'amount'), 100),
      };
    case 'practical':
    case 'qualification':
      return { kind, level: needed(level, 'level') };
    case 'hours':
      return { kind, category: earned(kind, category), hours: needed(amount, 'amount') };
    case 'points':
      return { kind, category: earned(kind, category), points: atMost(needed(amount, 'amount'), 1000) };
    case 'dan':
      return { kind, grade: atMost(needed(amount, 'amount'), 10) };
    case 'age':
      return { kind, years: atMost(needed(amount, 'amount'), 99) };
  }
}
