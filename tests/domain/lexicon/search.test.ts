import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { searchTechniques } from '~/domain/lexicon/search-techniques.server';
import type { Lang } from '~/i18n/locales';
import { inTurn } from '../../support/turn';
import { onLayout, typingErrors } from './errors-of-typing';
import { useLexicon } from './lexicon-world';
import * as spell from './spellings';
import { englishForms, russianForms } from './word-forms';

const world = useLexicon();

const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const { techniques } = z
  .object({
    techniques: z.array(
      z.object({
        ...{ id: z.string(), kanji: z.string(), kana_segmented: z.string(), romaji: z.string() },
        cyrillic: z.object({ polivanov: z.string(), common: z.string(), variants: z.array(z.string()) }),
        kanji_variants: z.array(z.string()),
        romaji_variants: z.array(z.string()),
        other_names: z.array(z.string()),
        english: z.string(),
        russian_name: z.object({ text: z.string() }).nullable(),
      }),
    ),
  })
  .parse(json('prisma/seed/data/lexicon/kodokan-waza.json'));
const { cases } = z
  .object({ cases: z.array(z.object({ query: z.string(), expect_first: z.string() })) })
  .parse(json('tests/fixtures/search-cases.json'));

type Technique = (typeof techniques)[number];

const search = async (q: string, lang: Lang = 'ru', limit = 3) =>
  (await searchTechniques(world.current.ctx(null, lang), { q, lang, limit })).map(({ id }) => id);

/** Shares of the searches, in percent, that have the right technique first and among the first three. */
async function measure(queriesOf: (technique: Technique) => readonly string[], lang: Lang, step = 1) {
  const wanted = techniques.flatMap((one) => [...new Set(queriesOf(one))].map((q) => ({ q, id: one.id })));
  const tried = wanted.filter((_one, index) => index % step === 0);
  let [first, three] = [0, 0];
  for (const { q, id } of tried) {
    const found = await search(q, lang);
    if (found[0] === id) first += 1;
    if (found.includes(id)) three += 1;
  }
  return { first: (100 * first) / tried.length, three: (100 * three) / tried.length, tried: tried.length };
}

it.each(cases)('«$query» finds $expect_first first, in every language', async ({ query, expect_first }) => {
  for (const lang of ['kk', 'ru', 'ja', 'en'] as const)
    expect((await search(query, lang))[0]).toBe(expect_first);
});

const WHOLE: readonly (readonly [string, (one: Technique) => string[], Lang])[] = [
  ['romaji of every system and spacing', spell.romaji, 'en'],
  ['kana', spell.kana, 'ja'],
  ['kanji with and without okurigana', spell.kanji, 'ja'],
  ['Cyrillic by Polivanov, by hearing and mixed', spell.cyrillic, 'ru'],
  ['Kazakh letters', spell.kazakh, 'kk'],
  ['rendaku pairs', spell.rendaku, 'ru'],
  [
    'spellings of the file',
    (one) => [...one.kanji_variants, ...one.romaji_variants, ...one.cyrillic.variants],
    'ru',
  ],
  ['names used in clubs', (one) => one.other_names, 'ru'],
  [
    'Russian descriptive names in their cases',
    (one) => (one.russian_name ? russianForms(one.russian_name.text) : []),
    'ru',
  ],
  ['English descriptive names', (one) => englishForms(one.english), 'en'],
];

it.each(inTurn(WHOLE))('whole names: %s', async (_kind, queriesOf, lang) => {
  const { first, three, tried } = await measure(queriesOf, lang);
  expect(tried).toBeGreaterThan(50);
  expect(first).toBeGreaterThanOrEqual(99);
  expect(three).toBe(100);
});

const layouts = ({ romaji, cyrillic: { common, polivanov } }: Technique): string[] => [
  ...[romaji, romaji.replaceAll('-', ' '), romaji.replaceAll('-', '')].map((name) =>
    onLayout(name, 'en', 'ru'),
  ),
  onLayout(romaji, 'en', 'kk'),
  ...[common, polivanov, common.replaceAll('-', ' ')].map((name) => onLayout(name, 'ru', 'en')),
  onLayout(polivanov.replaceAll('-', ''), 'kk', 'en'),
];

it('the wrong keyboard layout, English, Russian and Kazakh', async () => {
  const { first, three } = await measure(layouts, 'ru');
  expect(first).toBeGreaterThanOrEqual(99);
  expect(three).toBe(100);
});

const ERRORS = ['deleted', 'swapped', 'doubled', 'wrong'] as const;

it.each(inTurn(ERRORS))('one letter %s', async (kind) => {
  const errors = ({ romaji, cyrillic }: Technique) =>
    [romaji, cyrillic.common].flatMap((name) => typingErrors(name.toLowerCase())[kind]);
  const { first, three } = await measure(errors, 'ru', 2);
  expect(first).toBeGreaterThanOrEqual(97);
  expect(three).toBeGreaterThanOrEqual(99.5);
});

it('two typing errors in longer names', async () => {
  const twice = ({ romaji }: Technique) => {
    if (romaji.length < 9) return [];
    return typingErrors(romaji.toLowerCase()).deleted.map((one, place) => {
      const again = typingErrors(one).wrong;
      return again[(place * 5) % again.length] ?? one;
    });
  };
  const { first, three } = await measure(twice, 'en', 2);
  expect(first).toBeGreaterThanOrEqual(95);
  expect(three).toBeGreaterThanOrEqual(99);
});

it('a name among other words, in another order, or begun', async () => {
  const among = ({ kanji, romaji, cyrillic: { common } }: Technique) => [
    `бросок ${common}`,
    `${romaji} for children`,
    `${common.toLowerCase()} техникасы`,
    `${kanji}のコツ`,
    common.toLowerCase().split('-').reverse().join(' '),
  ];
  const { first, three } = await measure(among, 'ru');
  expect(first).toBeGreaterThanOrEqual(97);
  expect(three).toBeGreaterThanOrEqual(99.5);
  expect((await search('осото'))[0]).toBe('o-soto-gari');
  expect((await search('учи'))[0]).toBe('uchi-mata');
  expect((await search('背負'))[0]).toBe('seoi-nage');
});

it('nothing is found by what is no name of a technique', async () => {
  for (const q of ['', '   ', 'qwrtp', 'сноуборд', '12345', '---', '🥋', '野球', '%', '_'])
    expect([q, await search(q)]).toEqual([q, []]);
});
