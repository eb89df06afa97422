import { describe, expect, test } from 'vitest';
import { displayName, foldedName, readerName } from './names';
import { scriptOf, writtenIn } from './scripts';

const names = [
  { script: 'cyrillic', kind: 'own', family: 'Жұмабеков', given: 'Ғани', patronymic: 'Әліұлы' },
  { script: 'latin', kind: 'passport', family: 'Zhumabekov', given: 'Gani', patronymic: null },
] as const;

describe('the name for a reader', () => {
  test.each([
    ['kk', 'Жұмабеков Ғани Әліұлы'],
    ['ru', 'Жұмабеков Ғани Әліұлы'],
    ['en', 'Zhumabekov Gani'],
    ['ja', 'Zhumabekov Gani'],
  ] as const)('%s', (lang, shown) => expect(displayName(names, lang)).toBe(shown));
  test('stands in the order of the reader', () => {
    expect(readerName(names, 'en')).toBe('Gani Zhumabekov');
    expect(readerName(names, 'ru')).toBe('Жұмабеков Ғани Әліұлы');
    const [cyrillic] = names;
    expect(readerName([cyrillic], 'en')).toBe('Жұмабеков Ғани Әліұлы');
    expect(
      readerName([{ script: 'kanji', kind: 'own', family: '井上', given: '康生', patronymic: null }], 'ja'),
    ).toBe('井上 康生');
    expect(readerName([], 'en')).toBe('');
  });
  test('nobody has no name', () => expect(displayName([], 'ru')).toBe(''));
});

test('both spellings are found by one search', () => {
  expect(foldedName(names[0]).startsWith('jumabekov gani')).toBe(true);
  expect(foldedName(names[1])).toBe('jumabekov gani');
});

test.each([
  ['Ғани', 'cyrillic'],
  ["O'Neil", 'latin'],
  ['井上', 'kanji'],
  ['こうせい', 'kana'],
  ['サトウ', 'kana'],
  ['Иван Smith', null],
  ['123', null],
  ['', null],
] as const)('%s is written in %s', (text, script) => expect(scriptOf(text)).toBe(script));

test('digits and signs are no letters of a name', () => {
  expect(writtenIn('latin', 'Gani2')).toBe(false);
  expect(writtenIn('cyrillic', 'Ғани <b>')).toBe(false);
  expect(writtenIn('kanji', '佐々木 たけし')).toBe(true);
});
