import { expect, it } from 'vitest';
import { russianForms } from './russian-forms';

const PAIRS = [
  ['бросок', 'броска'],
  ['броски', 'бросок'],
  ['бросками', 'бросок'],
  ['рывков', 'рывок'],
  ['тренировок', 'тренировка'],
  ['тренировки', 'тренировок'],
  ['подсечек', 'подсечка'],
  ['стоек', 'стойка'],
  ['стойки', 'стоек'],
  ['ступенек', 'ступенька'],
  ['боец', 'бойца'],
  ['бойцов', 'боец'],
  ['пальцы', 'палец'],
  ['палец', 'пальца'],
  ['японцы', 'японец'],
  ['носок', 'носка'],
];

it.each(PAIRS)('%s is asked for as %s too', (word, other) => {
  expect(russianForms(word)).toContain(other);
  expect(russianForms(word)[0]).toBe(word);
});

it.each(['захват', 'дзюдо', 'сборы', 'throw', '内股', 'балалар', 'урока'])('%s has no other form', (word) => {
  expect(russianForms(word)).toEqual([word]);
});
