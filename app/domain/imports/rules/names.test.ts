import { expect, test } from 'vitest';
import { readName, splitName } from './names';

const read = (text: string) => readName(splitName(text));
const name = (script: string, family: string, given: string, patronymic = '', mended = false) => ({
  name: { script, family, given, patronymic },
  mended,
});

test.each([
  ['Жұмабеков Жеңіс Әліұлы', name('cyrillic', 'Жұмабеков', 'Жеңіс', 'Әліұлы')],
  ['ЖҰМАБЕКОВ ЖЕҢІС', name('cyrillic', 'Жұмабеков', 'Жеңіс')],
  ['Жеңіс Әліұлы Жұмабеков', name('cyrillic', 'Жұмабеков', 'Жеңіс', 'Әліұлы')],
  ['  Zhumabekov,  Zhenis ', name('latin', 'Zhumabekov', 'Zhenis')],
  ['Caндыбaев Ерлан', name('cyrillic', 'Сандыбаев', 'Ерлан', '', true)],
  ['Əлиев Ерлан', name('cyrillic', 'Әлиев', 'Ерлан', '', true)],
  ['Оспанов Е.С.', name('cyrillic', 'Оспанов', 'Е.', 'С.')],
  ['井上　康生', name('kanji', '井上', '康生')],
  ['ジュマベコフ ジェニス', name('kana', 'ジュマベコフ', 'ジェニス')],
  ['Ким Анна-Мария', name('cyrillic', 'Ким', 'Анна-Мария')],
])('%s', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test.each([
  ['', 'missing'],
  ['Жұмабеков', 'not-split'],
  ['井上康生', 'not-split'],
  ['Жұмабеков Zhenis', 'mixed-script'],
  ['Жұмабеков Ж3ңіс', 'signs'],
  [`Жұмабеков ${'а'.repeat(81)}`, 'too-long'],
])('%s is no name: %s', (text, fault) => {
  expect(read(text)).toEqual({ fault });
});
