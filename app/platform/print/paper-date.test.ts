import { expect, it } from 'vitest';
import { paperDate } from './paper-date';

it.each([
  ['kk', '2026 жылғы 1 қаңтар', '2028 жылғы 31 желтоқсан'],
  ['ru', '1 января 2026 года', '31 декабря 2028 года'],
  ['ja', '2026年1月1日', '2028年12月31日'],
  ['en', '1 January 2026', '31 December 2028'],
] as const)('writes dates in %s', (lang, first, last) => {
  expect(paperDate('2026-01-01', lang)).toBe(first);
  expect(paperDate('2028-12-31', lang)).toBe(last);
});
