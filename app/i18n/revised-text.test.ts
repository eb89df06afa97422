import { expect, test } from 'vitest';
import { revisedText, staleLangs } from './revised-text';

const author = { by: 'somebody', at: new Date('2026-11-28T07:00:00Z') };
const before = {
  original: 'ru' as const,
  ru: { text: 'Тренер', origin: 'author' as const },
  ja: { text: '指導者', origin: 'machine' as const },
  kk: { text: 'Жаттықтырушы', origin: 'reviewed' as const },
};

test('nothing typed anew leaves every text and its origin', () => {
  const same = revisedText(
    before,
    { original: 'ru', ru: 'Тренер', ja: '指導者', kk: 'Жаттықтырушы' },
    author,
  );
  expect(same).toMatchObject(before);
  expect(staleLangs(same)).toEqual([]);
});

test('a changed original shows what was translated from the earlier one, until that is written anew', () => {
  const changed = revisedText(
    before,
    { original: 'ru', ru: 'Тренер дзюдо', ja: '柔道指導者', kk: 'Жаттықтырушы' },
    author,
  );
  expect(staleLangs(changed)).toEqual(['kk']);
  expect(changed.kk?.origin).toBe('reviewed');
  expect(changed.ja).toMatchObject({ origin: 'author', by: 'somebody', at: '2026-11-28T07:00:00.000Z' });
  const typed = { original: 'ru' as const, ru: 'Тренер дзюдо', ja: '柔道指導者', kk: 'Дзюдо жаттықтырушысы' };
  expect(staleLangs(revisedText(changed, typed, author))).toEqual([]);
});

test('a language left empty has no text', () => {
  expect(Object.keys(revisedText(before, { original: 'ru', ru: 'Тренер', kk: '' }, author))).toEqual([
    'original',
    'ru',
  ]);
});
