import { expect, test } from 'vitest';
import { formatters } from '~/i18n/format';
import { momentOf, nextChange, spanOf, stateAt, zonesOf } from './seminar-time';

test('18:00 in Tokyo is 14:00 in Astana', () => {
  const moment = momentOf('2026-12-05T18:00', 'Asia/Tokyo');
  expect(moment.toISOString()).toBe('2026-12-05T09:00:00.000Z');
  expect(formatters('ru').time(moment, 'Asia/Almaty')).toBe('14:00');
  expect(momentOf('2026-12-05T14:00', 'Asia/Almaty')).toEqual(moment);
});

test('before 1 March 2024 Astana was an hour nearer to Tokyo', () => {
  expect(momentOf('2024-02-28T15:00', 'Asia/Almaty').toISOString()).toBe('2024-02-28T09:00:00.000Z');
});

test('the zone of the hosts comes first, none comes twice', () => {
  expect(zonesOf('Asia/Tokyo')).toEqual(['Asia/Tokyo', 'Asia/Almaty']);
  expect(zonesOf('Asia/Almaty')).toEqual(['Asia/Almaty', 'Asia/Tokyo']);
  expect(zonesOf('Europe/Paris')).toEqual(['Europe/Paris', 'Asia/Tokyo', 'Asia/Almaty']);
});

test('a seminar spans its sessions, and its state changes at their ends alone', () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 11, 5, hour));
  const span = spanOf([
    { startsAt: at(6), minutes: 60 },
    { startsAt: at(4), minutes: 30 },
  ]);
  expect(span).toEqual({ startsAt: at(4), endsAt: at(7) });
  expect([3, 4, 6, 7].map((hour) => stateAt(span, at(hour)))).toEqual([
    'upcoming',
    'running',
    'running',
    'past',
  ]);
  expect([3, 4, 7].map((hour) => nextChange(span, at(hour)))).toEqual([at(4), at(7), null]);
});
