import { expect, test } from 'vitest';
import { fileName } from './file-name';

const on = { today: '2026-11-28', format: 'xlsx' } as const;

test('a file is named by day and filter, never by a person', () => {
  expect(fileName({}, on)).toBe('register_2026-11-28.xlsx');
  const words = { path: '/kjf/karaganda/', within: '60', missing: 'safeguarding', level: 'one', q: 'Әлімов' };
  expect(fileName(words, { ...on, format: 'csv' })).toBe(
    'register_2026-11-28_one_kjf-karaganda_60-days_missing-safeguarding.csv',
  );
});

test('whatever the address holds, the name is a plain one', () => {
  const name = fileName({ path: '../../"x"\r\n', level: 'ы'.repeat(200), state: 'a'.repeat(300) }, on);
  expect(name).toMatch(/^register_2026-11-28[a-z0-9_-]*\.xlsx$/);
  expect(name.length).toBeLessThan(120);
});
