import { expect, test } from 'vitest';
import { countableOf, requirementKey } from './countable';

test('registration and the mat are never stood in for; everything else is named by all that it asks for', () => {
  expect(requirementKey({ kind: 'registration' })).toBeNull();
  expect(requirementKey({ kind: 'practical', level: 'one' })).toBeNull();
  expect(requirementKey({ kind: 'course', ref: 'course:safe' })).toBe('course:safe');
  expect(requirementKey({ kind: 'qualification', level: 'one' })).toBe('level:one');
  expect(requirementKey({ kind: 'hours', category: 'any', hours: 40 })).toBe('hours:any:40');
  expect(requirementKey({ kind: 'points', category: 'course', points: 4 })).toBe('points:course:4');
  expect(requirementKey({ kind: 'dan', grade: 2 })).toBe('dan:2');
});

test('the parts of groups are named each once, in their order', () => {
  const course = { kind: 'course' as const, ref: 'course:safe' };
  const found = countableOf({
    kind: 'all',
    of: [
      { kind: 'registration' },
      { kind: 'any', of: [{ kind: 'dan', grade: 1 }, course] },
      { kind: 'at-least', count: 1, of: [course, { kind: 'practical', level: 'one' }] },
    ],
  });
  expect(found.map(({ key }) => key)).toEqual(['dan:1', 'course:safe']);
});
