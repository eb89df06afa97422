import { expect, test } from 'vitest';
import { firstSecond, lastSecond } from './moments';

test('a day of law lasts from its first to its last second in its zone', () => {
  expect(firstSecond('2026-11-01', 'Asia/Almaty')).toBe('2026-11-01T00:00:00+05:00');
  expect(lastSecond('2028-10-31', 'Asia/Almaty')).toBe('2028-10-31T23:59:59+05:00');
  expect(lastSecond('2028-02-29', 'Asia/Tokyo')).toBe('2028-02-29T23:59:59+09:00');
  expect(lastSecond('2026-03-29', 'Europe/Berlin')).toBe('2026-03-29T23:59:59+02:00');
  expect(firstSecond('2026-03-29', 'Europe/Berlin')).toBe('2026-03-29T00:00:00+01:00');
});
