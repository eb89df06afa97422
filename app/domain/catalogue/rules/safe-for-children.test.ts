import { expect, test } from 'vitest';
import { AGE_GROUPS } from '../inputs';
import { forbiddenForChildren, meansChildren } from './safe-for-children';

const taught = (classes: Record<string, string>, ...termIds: string[]) => ({
  classes: new Map(Object.entries(classes)),
  termIds,
});

test('school and children’s groups hold children of primary-school age', () => {
  expect(AGE_GROUPS.filter(meansChildren)).toEqual(['school', 'children']);
});

test('throws and pins are for everybody', () => {
  expect(
    forbiddenForChildren(taught({ 'o-goshi': 'koshi-waza', 'kesa-gatame': 'osaekomi-waza' }, 'ne-waza')),
  ).toEqual([]);
});

test('every choke and every lock is named, as a technique or as a term', () => {
  expect(
    forbiddenForChildren(
      taught(
        { 'sankaku-jime': 'shime-waza', 'ude-garami': 'kansetsu-waza', 'o-goshi': 'koshi-waza' },
        'kansetsu-waza',
      ),
    ),
  ).toEqual(['sankaku-jime', 'ude-garami', 'kansetsu-waza']);
});
