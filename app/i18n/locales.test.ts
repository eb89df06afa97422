import { expect, test } from 'vitest';
import { authored, pickText } from './content';
import { formatters } from './format';
import { negotiateLang } from './locales';

test.each([
  ['kk-KZ,kk;q=0.9,ru;q=0.8', 'kk'],
  ['de,ja;q=0.5,ru;q=0.7', 'ru'],
  ['en-GB', 'en'],
  ['ja;q=0,en;q=0.1', 'en'],
  ['fr, de', null],
  ['', null],
  [undefined, null],
  [',;q=;;,,', null],
])('Accept-Language %s', (header, lang) => {
  expect(negotiateLang(header)).toBe(lang);
});

test('a missing text falls back in the settled order and says so', () => {
  const value = authored('ja', { ja: '受身', en: 'Breakfall' }, ['en']);
  expect(pickText(value, 'ja')).toMatchObject({ text: '受身', lang: 'ja', isFallback: false });
  expect(pickText(value, 'kk')).toMatchObject({
    text: 'Breakfall',
    lang: 'en',
    isFallback: true,
    isMachine: true,
  });
  expect(pickText(authored('ru', { ru: 'Укэми' }), 'ja')).toMatchObject({ lang: 'ru', isFallback: true });
});

test('dates, numbers and sizes in four languages', () => {
  expect(formatters('ru').date('2026-03-12')).toBe('12 марта 2026 г.');
  expect(formatters('kk').date('2026-11-01')).toMatch(/2026.*қараша/);
  expect(formatters('ja').date('2026-03-12')).toBe('2026年3月12日');
  expect(formatters('en').megabytes(1_234_567)).toMatch(/^1\.2\s?MB$/);
  expect(formatters('ru').clock(3725)).toBe('1:02:05');
  expect(formatters('ru').leaf('2026-11-29')).toEqual({ day: '29', rest: 'ноября, вс' });
  expect(formatters('ja').leaf('2026-11-29')).toEqual({ day: '29', rest: '11月（日）' });
  expect(formatters('kk').leaf('2026-11-29').rest).toMatch(/^қараша, жс/);
});

test('Kazakh letters stand where the Kazakh alphabet has them', () => {
  const words = ['гүл', 'ғылым', 'дала', 'әке', 'ата', 'бала'];
  expect(words.sort(formatters('kk').compare)).toEqual(['ата', 'әке', 'бала', 'гүл', 'ғылым', 'дала']);
});

test('Japanese units stand close to their number', () => {
  expect([formatters('ja').hours(5), formatters('ja').minutes(8)]).toEqual(['5時間', '8分']);
  expect(formatters('ru').hours(5)).toMatch(/^5\sч$/);
});
