import { expect, test } from 'vitest';
import { agrees, likeness, nameForm } from './likeness';
import { MatchIndex } from './match-index';
import { readName, splitName } from './names';

const person = (text: string, birthOn: string | null = null, iin: string | null = null) => {
  const read = readName(splitName(text));
  if (!('name' in read)) throw new Error(text);
  return { forms: [nameForm(read.name)], iin, birthOn };
};

test.each([
  ['Жұмабеков Жеңіс', 'Zhumabekov Zhenis'],
  ['Жұмабеков Жеңіс', 'Jūmabekov Jeńis'],
  ['Жұмабеков Жеңіс', 'Jumabekov Jenys'],
  ['Жұмабеков Жеңіс', 'ジュマベコフ ジェニス'],
  ['Жұмабеков Жеңіс', 'Жумабеков Женис'],
  ['Жұмабеков Жеңіс', 'Жеңіс Жұмабеков'],
  ['Жұмабеков Жеңіс', 'Жумабков Женис'],
  ['Сейітқалиев Нұрсұлтан Әліұлы', 'Сейткалиев Нурсултан Алиевич'],
  ['Сейітқалиев Нұрсұлтан', 'Seytkaliev Nursultan'],
  ['Оспанов Ерлан Серікұлы', 'Оспанов Е.С.'],
  ['Ким Юлия', 'Ким Ю.'],
  ['Ким Яна Юрьевна', 'Ким Я.Ю.'],
  ['オノ ショウヘイ', 'Ono Shohei'],
  ['オノ ショウヘイ', 'Оно Сохэй'],
  ['Ахмет Айгүл', 'Ахметова Айгүл'],
  ['Сейітова Айгүл', 'Сейіт Айгүл'],
])('%s may be %s', (one, other) => {
  expect(likeness(person(one), person(other))?.kind).toBe('name');
  const index = new MatchIndex();
  index.add('one', person(one));
  expect(index.find(person(other)).map(({ key }) => key)).toEqual(['one']);
});

test('among people whose birthdays are known nobody is passed over, and those without a birthday are asked by name', () => {
  const names = [
    'Ким Иван',
    'Ким Хасан',
    'Цой Алексей',
    'Цйо Алексей',
    'Ахмет Айгүл',
    'Болатова Айгүл Серікқызы',
  ];
  const days = ['1990-03-04', '1990-04-03', '1990-03-09', '1990-03-10', '1991-03-04', '1978-11-30', null];
  const people = [...names, 'Akhmetova Aigul', 'Ахметова Айгүл Серікқызы'].flatMap((name) =>
    days.map((day) => person(name, day)),
  );
  const index = new MatchIndex();
  for (const [at, each] of people.entries()) index.add(String(at), each);
  for (const each of people) {
    const near = people.flatMap((other, at) => (likeness(each, other) ? [String(at)] : []));
    const found = index.find(each).map(({ key }) => key);
    expect(found.toSorted()).toEqual(near.toSorted());
    expect(found.length).toBeGreaterThan(1);
    expect(found.length).toBeLessThan(people.length / 2);
  }
});

test('of people who are equally near the one who came first is named first', () => {
  const index = new MatchIndex();
  for (const key of ['first', 'second', 'third']) index.add(key, person('Ахметов Ерлан', '1990-01-01'));
  expect(index.find(person('Akhmetov Yerlan', '1990-01-01')).map(({ key }) => key)).toEqual([
    'first',
    'second',
    'third',
  ]);
});

test.each([
  ['Жұмабеков Жеңіс', 'Жұмабеков Марат'],
  ['Асан Али', 'Есен Олжас'],
  ['Ахметов Ерлан Серікұлы', 'Ахметов Арман Маратұлы'],
  ['Ким Ли', 'Пак Ли'],
  ['Ким Иван', 'Ким Ю.'],
  ['Ким Ия', 'Ким Яна'],
])('%s is not %s', (one, other) => {
  expect(likeness(person(one), person(other))).toBeNull();
});

test.each([
  ['Цй Шыңғыс', 'Цой Шыңғыс'],
  ['Цйо Алексей', 'Цой Алексей'],
  ['Км Хасан', 'Ким Хасан'],
  ['Ибраимов Ілися', 'Ибраимов Ілияс'],
])('%s and %s, born on one day, are worth a question', (one, other) => {
  expect(likeness(person(one, '1990-10-15'), person(other, '1990-10-15'))).toEqual({
    kind: 'name',
    score: 0.7,
  });
  expect(likeness(person(one, '1990-10-15'), person(other, '1991-02-03'))).toBeNull();
});

test('birthdays and numbers tell namesakes apart', () => {
  const [one, other] = ['Ахметов Ерлан', 'Ахметов Ерлан'];
  expect(likeness(person(one, '1990-01-01'), person(other, '1985-07-09'))).toBeNull();
  expect(likeness(person(one, '1990-01-02'), person(other, '1990-02-01'))?.kind).toBe('name');
  expect(likeness(person(one, null, '1'), person(other, null, '2'))).toBeNull();
  expect(likeness(person(one, null, '1'), person('Болатов Марат', null, '1'))?.kind).toBe('iin');
});

test('a new family name with everything else equal is worth a question', () => {
  const [one, other] = ['Ахметова Айгүл Серікқызы', 'Болатова Айгүл Серікқызы'];
  expect(likeness(person(one, '1990-01-01'), person(other, '1990-01-01'))?.kind).toBe('name');
  expect(likeness(person(one, '1990-01-01'), person(other))).toBeNull();
});

test.each([
  ['Ахметов Ерлан', 'Akhmetov Yerlan', true],
  ['Ахметов Ерлан', 'Ерлан Ахметов', true],
  ['Ахметов Ерлан Серікұлы', 'Ахметов Е.С.', true],
  ['Ахметова Айгүл Серікқызы', 'Болатова Айгүл Серікқызы', true],
  ['Ахметова Айгүл', 'Болатова Айгүл', false],
  ['Ахметов Ерлан', 'Ахметов Марат', false],
  ['Ахметов Ерлан Серікұлы', 'Ахметов Марат Серікұлы', false],
  ['Ахметов Ерлан', 'Болатов Марат', false],
])('an equal number of %s and %s is believed: %s', (one, other, isBelieved) => {
  expect(agrees(person(one).forms, person(other).forms)).toBe(isBelieved);
});
