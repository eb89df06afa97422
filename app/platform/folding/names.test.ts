import { expect, test } from 'vitest';
import { kanaToLatin } from './kana';
import { foldName, nameSkeleton } from './names';

test.each([
  ['Жеңіс', 'Zhenis', 'Jenis', 'Jenys', 'Jeńis', 'ЖЕҢІС'],
  ['Әбдіғали', 'Abdigali', 'Abdighali', 'Абдигали', 'Äbdıǵali'],
  ['Нұрсұлтан', 'Nursultan', 'Нурсултан', 'Nūrsūltan'],
  ['Ерлан', 'Erlan', 'Yerlan', 'ерлан'],
  ['Айгүл', 'Aigul', 'Aygul', 'Айгуль', "Aigul'"],
  ['Қайрат', 'Kairat', 'Qairat', 'Кайрат', 'Kayrat'],
  ['Шыңғыс', 'Shyngys', 'Шингис', 'Şynğys'],
  ['さとう', 'サトウ', 'Satou', 'Satō', 'Сато', 'Sato'],
  ['いのうえ', 'Inoue', 'Иноуэ', 'イノウエ'],
  ['こうせい', 'Kousei', 'Kōsei'],
  ['しゅんすけ', 'Shunsuke'],
  ['わたなべ', 'Watanabe', 'Ватанабэ'],
  ['Абдул-Азиз', 'Abdulaziz', 'Абдулазиз'],
  ['Александр', 'Alexandr', 'Aleksandr'],
  ['Ｄｅｍｏ', 'demo', 'デモ', 'Демо'],
])('%s and its other spellings meet', (...spellings) => {
  const folded = spellings.map(foldName);
  expect(new Set(folded)).toEqual(new Set([folded[0]]));
  expect(folded[0]).not.toBe('');
});

test.each([
  ['Асан', 'Хасан'],
  ['Болат', 'Полат'],
  ['Марат', 'Мурат'],
  ['井上', '上井'],
])('%s and %s stay apart', (one, other) => {
  expect(foldName(one)).not.toBe(foldName(other));
});

test('words stay words, kanji stay kanji, odd signs go', () => {
  expect(foldName('  Демо   Тренер ')).toBe('demo trener');
  expect(foldName('講師 デモ')).toBe('講師 demo');
  expect(foldName("O'Brien—Łuk(1)")).toBe('obrienłuk1');
  expect(foldName('')).toBe('');
});

test.each([
  ['きゃく', 'kyaku'],
  ['しゃちょう', 'shachou'],
  ['はっとり', 'hattori'],
  ['ジュードー', 'juudoo'],
  ['じゅんいち', 'junichi'],
  ['ジェニス', 'jenisu'],
  ['ティムール', 'timuuru'],
  ['ファティマ', 'fatima'],
  ['ウィリアム', 'wiriamu'],
  ['チェルノフ', 'cherunofu'],
])('%s in Latin letters is %s', (kana, latin) => {
  expect(kanaToLatin(kana)).toBe(latin);
});

test('folding a folded name changes nothing more', () => {
  for (const name of ['Жеңіс', 'Щербаков', 'しゅんすけ', 'Quddus', 'Yerzhan']) {
    expect(foldName(foldName(name))).toBe(foldName(name));
  }
});

test.each([
  ['Жеңіс', 'ジェニス'],
  ['Жұмабеков', 'ジュマベコフ'],
  ['Нұрсұлтан', 'ヌルスルタン'],
  ['Ерлан', 'エルラン'],
  ['Әбдіғали', 'アブディガリ'],
  ['Қайрат', 'カイラト'],
  ['Тимур', 'ティムール'],
])('%s and %s have one skeleton', (own, kana) => {
  expect(nameSkeleton(foldName(kana))).toBe(nameSkeleton(foldName(own)));
});
