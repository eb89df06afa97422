import { describe, expect, test } from 'vitest';
import { searchRegisterSchema } from '../inputs';
import { askedFor, isCovered, levelIdsOf, registerFilter, unreadWords } from './register-query';

const levels = [
  { id: '1', slug: 'one', framework: { slug: 'kjf' } },
  { id: '2', slug: 'two', framework: { slug: 'kjf' } },
  { id: '3', slug: 'one', framework: { slug: 'jp' } },
];

const known = {
  levels,
  scope: { levelIds: [], paths: ['/kjf/'] },
  today: { 'Asia/Tokyo': '2026-11-24', 'Asia/Almaty': '2026-11-23' },
  found: [],
};
const filterOf = (query: Record<string, string>, found: readonly string[] = []) =>
  registerFilter(searchRegisterSchema.parse(query), { ...known, found });

describe('the filter of an address', () => {
  test('days ahead are bounded by the earliest and the latest today, and narrow the days asked for', () => {
    expect(filterOf({ within: '60' })).toMatchObject({
      ends: { from: '2026-11-23', to: '2027-01-23' },
      within: 60,
    });
    expect(filterOf({ within: '60', from: '2026-12-01', to: '2028-01-01' }).ends).toEqual({
      from: '2026-12-01',
      to: '2027-01-23',
    });
    expect(filterOf({ from: '2026-12-01' }).ends).toEqual({ from: '2026-12-01', to: null });
    expect(filterOf({ from: '2026-02-31', to: 'x' }).ends).toEqual({ from: null, to: null });
    expect(filterOf({})).toMatchObject({ first: '2026-11-23', last: '2026-11-24', order: 'until' });
  });

  test('words that were not understood are told', () => {
    const unread = (sent: Record<string, string>) => unreadWords(sent, searchRegisterSchema.parse(sent));
    expect(unread({ from: '2026-02-31', within: '12345', missing: 'First Aid', state: 'x', q: 'a' })).toEqual(
      [...['state', 'within', 'from', 'missing']],
    );
    expect(unread({ q: ' Әлия ', within: '60', to: '', path: '/kjf/', sort: 'name', after: '?' })).toEqual(
      [],
    );
  });

  test('levels by slug, by framework, and by both', () => {
    expect(levelIdsOf({ framework: '', level: '' }, levels)).toBeNull();
    expect(levelIdsOf({ framework: '', level: 'one' }, levels)).toEqual(['1', '3']);
    expect(levelIdsOf({ framework: 'kjf', level: '' }, levels)).toEqual(['1', '2']);
    expect(levelIdsOf({ framework: 'jp', level: 'two' }, levels)).toEqual([]);
  });

  test('words are folded; signs alone find nobody; a known number stands for its award', () => {
    const everybody = { words: [], qualificationIds: null };
    expect(askedFor(' Әлімов  Жеңіс ', []).words).toEqual(['alimov', 'jenis']);
    expect(askedFor('  ', [])).toEqual(everybody);
    expect(askedFor('佐藤', [])).toEqual({ ...everybody, words: ['佐藤'] });
    expect(askedFor('%_!', [])).toEqual({ words: [], qualificationIds: [] });
    expect(filterOf({ q: 'KJF-2026-000001' }, ['q1'])).toMatchObject({ words: [], qualificationIds: ['q1'] });
  });

  test('a place below a grant needs no further question', () => {
    expect(isCovered(filterOf({ path: '/kjf/karaganda/' }))).toBe(true);
    expect(isCovered(filterOf({ path: '/' }))).toBe(false);
    expect(isCovered(filterOf({}))).toBe(false);
  });
});
