import { expect, test } from 'vitest';
import { hasKanji, readKanji } from './readings';
import { isInScript } from './scripts';

const readings = new Map([
  ['大', 'おお'],
  ['外', 'そと'],
  ['刈', 'がり'],
  ['背負', 'せおい'],
  ['投', 'なげ'],
  ['釣', 'つり'],
  ['込', 'こみ'],
  ['落', 'おとし'],
  ['絞', 'じめ'],
  ['車', 'ぐるま'],
]);

test.each([
  ['大外刈', 'おおそとがり'],
  ['大外刈り', 'おおそとがり'],
  ['大 外 刈', 'おおそとがり'],
  ['大外狩り', 'おおそとがり'],
  ['背負い投げ', 'せおいなげ'],
  ['背負いなげ', 'せおいなげ'],
  ['釣り込み', 'つりこみ'],
  ['落とし', 'おとし'],
  ['落し', 'おとし'],
  ['締め', 'じめ'],
  ['ひざ車', 'ひざぐるま'],
  ['浮落', '浮おとし'],
  ['uchi-mata', 'uchi-mata'],
])('%s reads %s', (text, kana) => {
  expect(readKanji(text, readings)).toBe(kana);
});

test('kanji are told from kana', () => {
  expect([hasKanji('内また'), hasKanji('うちまた')]).toEqual([true, false]);
});

test.each([
  ['uchi-mata (2)', 'latin', true],
  ['ұчи-мата', 'cyrillic', true],
  ['учи-mata', 'cyrillic', false],
  ['腕ひしぎ十字固め', 'kanji', true],
  ['内股', 'kana', false],
  ['トモエ投', 'kana', false],
  ['ラーメン', 'kana', true],
] as const)('%s is written in %s: %s', (text, script, is) => {
  expect(isInScript(text, script)).toBe(is);
});
