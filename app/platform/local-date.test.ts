import { expect, test } from 'vitest';
import { addDays, addMonths, fromDb, isLocalDate, localDateOf, toDb } from './local-date';

test('only real days', () => {
  expect(['2024-02-29', '2026-11-23'].every(isLocalDate)).toBe(true);
  expect(
    [
      '2023-02-29',
      '2026-02-30',
      '2026-04-31',
      '2026-13-01',
      '2026-00-10',
      '2026-01-00',
      '2026-01-32',
      '2026-1-1',
      '9999-01-01',
      '',
      'x',
      null,
      20260101,
    ].some(isLocalDate),
  ).toBe(false);
});

test('the day depends on the zone: 20:00 UTC is tomorrow in Almaty and Tokyo', () => {
  const moment = new Date('2026-03-31T20:00:00Z');
  expect(localDateOf(moment, 'Asia/Almaty')).toBe('2026-04-01');
  expect(localDateOf(moment, 'Asia/Tokyo')).toBe('2026-04-01');
  expect(localDateOf(moment, 'UTC')).toBe('2026-03-31');
});

test('Asia/Almaty is UTC+5 since 1 March 2024: 18:00 in Tokyo is 14:00 there', () => {
  const moment = new Date('2026-11-29T18:00:00+09:00');
  const hour = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Almaty',
    hour: '2-digit',
    minute: '2-digit',
  });
  expect(hour.format(moment)).toBe('14:00');
});

test('there and back through the database', () => {
  expect(fromDb(toDb('2024-02-29'))).toBe('2024-02-29');
});

test('days and months', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
  expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
  expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
});
