import { expect, test } from 'vitest';
import { readQuery, savedQuery } from './saved-query';

test('equal filters are equal texts, whatever the order and the page', () => {
  const one = savedQuery('path=%2Fkjf%2Fkaraganda%2F&within=60&missing=safeguarding&after=x&state=');
  const two = savedQuery('?missing=safeguarding&utm=1&within=60&path=/kjf/karaganda/');
  expect(one).toBe('path=%2Fkjf%2Fkaraganda%2F&within=60&missing=safeguarding');
  expect(two).toBe(one);
  expect(savedQuery(one)).toBe(one);
  expect(savedQuery('')).toBe('');
});

test('what no text may hold is left out, what is long is cut', () => {
  expect(readQuery('q=a%00b&level=one&__proto__=1')).toEqual({ level: 'one' });
  expect(readQuery(`q=${'я'.repeat(400)}`).q).toHaveLength(300);
  expect(readQuery('q=%ED%A0%80')).toHaveProperty('q');
});
