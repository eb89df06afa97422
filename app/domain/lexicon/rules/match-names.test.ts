import { expect, test } from 'vitest';
import { matchNames } from './match-names';
import { buildIndex, type Entry, type IndexedName, namesWithin } from './name-index';
import { isForPrimarySchool } from './restrictions';

const name = (text: string, kind: IndexedName['kind'] = 'official'): IndexedName => ({
  text,
  kind,
  lang: null,
});

const entries: Entry[] = [
  {
    id: 'o-soto-gari',
    position: 1,
    names: [name('O-soto-gari'), name('大外刈'), name('отхват', 'descriptive')],
    parts: ['おお', 'そと', 'がり'],
  },
  {
    id: 'ko-soto-gari',
    position: 2,
    names: [name('Ko-soto-gari'), name('задняя подсечка', 'sambo')],
    parts: ['こ', 'そと', 'がり'],
  },
  {
    id: 'o-soto-makikomi',
    position: 3,
    names: [name('O-soto-makikomi'), name('отхват с захватом руки', 'descriptive')],
    parts: ['おお', 'そと', 'まき', 'こみ'],
  },
];
const index = buildIndex(
  entries,
  new Map([
    ['大', 'おお'],
    ['外', 'そと'],
    ['刈', 'がり'],
  ]),
);

const found = (query: string) =>
  matchNames(index, query, 'ru').map(({ entry, quality }) => `${quality} ${entry.id}`);

test.each([
  ['осотогари', 'exact o-soto-gari'],
  ['大外刈り', 'exact o-soto-gari'],
  ['osoto kari', 'exact o-soto-gari'],
  ['отхвата', 'exact o-soto-gari'],
  ['заднюю подсечку', 'exact ko-soto-gari'],
  ['осото', 'prefix o-soto-gari'],
  ['захват отхват', 'words o-soto-makikomi'],
  ['бросок осотогари', 'part o-soto-gari'],
  ['jcjnjufhb', 'layout o-soto-gari'],
  ['осотагари', 'similar o-soto-gari'],
])('%s: %s', (query, first) => {
  expect(found(query)[0]).toBe(first);
});

test('each thing is found once, and what only resembles comes last', () => {
  expect(found('осотогари')).toEqual(['exact o-soto-gari', 'similar ko-soto-gari']);
  expect(found('сноуборд')).toEqual([]);
});

test('a text may hold several names', () => {
  expect(namesWithin('Shoulder throw (back-carry throw)')).toEqual(['Shoulder throw', 'back-carry throw']);
  expect(namesWithin('укэми, самостраховка')).toEqual(['укэми', 'самостраховка']);
});

test('chokes, locks and what contests ban are not for primary school; ways of doing are only warned of', () => {
  for (const rule of ['chokes', 'triangle', 'locks', 'scissors', 'back-throw', 'contest-banned'] as const)
    expect(isForPrimarySchool([{ rule }])).toBe(false);
  for (const rule of ['both-knees', 'neck-hold', 'wrap-around', 'contest-leg-grab'] as const)
    expect(isForPrimarySchool([{ rule }])).toBe(true);
});
