import { describe, expect, test } from 'vitest';
import { editDistance, isMistyped } from './edit-distance';
import { foldText, tokensOf } from './fold-text';
import { bigramsOf, partsOfRun, withoutOkurigana } from './japanese';
import { kazakhStem } from './kazakh-stem';
import { plainText } from './plain-text';
import { queryText } from './query-text';
import { snippetOf } from './snippet';
import { suggestionKeys } from './suggestion-keys';
import { readyVector } from './vectors';

describe('folding', () => {
  test.each([
    ['Укэми: «Ёжик»', 'укэми ежик'],
    ['ＵＫＥＭＩ　ウケミ', 'ukemi うけみ'],
    ['Ұстау, Қауіпсіздік', 'устау кауипсиздик'],
    ['Jūdō Ō-soto', 'judo o soto'],
    ['Куйген күйген й', 'куйген куйген й'],
    ['100% _a_ \\ ', '100 a'],
    ["'); DROP --", 'drop'],
    ['🥋', ''],
    ['大外刈りLesson2', '大外刈り lesson2'],
  ])('%s is %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  test('tells where a word stands in the text as written', () => {
    const text = 'Қауіпсіз «受け身»!';
    expect(tokensOf(text).map(({ from, to }) => text.slice(from, to))).toEqual(['Қауіпсіз', '受け身']);
  });
});

describe('Kazakh stems', () => {
  test.each([
    ['балалар', 'балаларға', 'балаларды', 'балалардың', 'балаларым', 'балалармен', 'балаға', 'баласы'],
    ['кітап', 'кітабы', 'кітаптар', 'кітаптарда'],
    ['жүрек', 'жүрегі', 'жүректен'],
    ['мектеп', 'мектебі', 'мектептерде', 'мектептің'],
    ['дзюдошы', 'дзюдошылар', 'дзюдошыларға'],
    ['бапкер', 'бапкерлер', 'бапкерлердің', 'бапкері'],
    ['қауіпсіз', 'қауіпсіздік', 'қауіпсіздігі'],
  ])('of %s and its forms are one', (...forms) => {
    const stems = forms.map((form) => kazakhStem(foldText(form)));
    expect(new Set(stems).size).toBe(1);
  });

  test('short words keep what they have', () => {
    for (const word of ['ат', 'су', 'да', 'ине']) expect(kazakhStem(word).length).toBeGreaterThan(1);
  });
});

describe('Japanese', () => {
  test.each([
    ['受け身', '受身'],
    ['大外刈り', '大外刈'],
    ['背負い投げ', '背負投'],
    ['技の指導', '技の指導'],
    ['うけみ', 'うけみ'],
  ])('%s without okurigana is %s', (run, bare) => {
    expect(withoutOkurigana(run)).toBe(bare);
  });

  test('a query is split at its particles, an index at every sign', () => {
    expect(partsOfRun('受け身の指導')).toEqual(['受け身', '指導']);
    expect(bigramsOf('受け身')).toEqual(['受け', 'け身']);
    expect(bigramsOf('技')).toEqual(['技']);
  });
});

test('markdown becomes one plain line', () => {
  expect(plainText('# Title\n\n- one *two*\n- [three](https://x.y)\u0000\ud800')).toBe('Title one two three');
});

describe('a query', () => {
  test('holds letters, digits and operators of ours alone', () => {
    const { stemmed, kazakh, japanese } = queryText("a' | !b:* <-> (c) & 受' 技", [], 'all');
    expect(stemmed).toBe('a & b & c');
    expect(kazakh).toBe("'a' & 'b' & 'c'");
    expect(japanese).toBe("'受':* & '技':*");
  });

  test('grows looser', () => {
    expect(queryText('сборы дзюдо', [], 'beginnings').stemmed).toBe('(сборы | сборы:*) & (дзюдо | дзюдо:*)');
    expect(queryText('сборы дзюдо', [], 'any').stemmed).toBe('(сборы | сборы:*) | (дзюдо | дзюдо:*)');
  });

  test('takes the spellings of a name side by side and solid', () => {
    const { names } = queryText('отхват', ['О-сото-гари', '大外刈り'], 'all');
    expect(names.stemmed).toBe('(о <-> сото <-> гари) | осотогари');
    expect(names.japanese).toContain("'大外' <-> '外刈'");
  });

  test('is cut at its length and at twelve words', () => {
    expect(queryText('я '.repeat(5000), [], 'all').stemmed.split('&')).toHaveLength(12);
    expect(queryText('я'.repeat(10_000), [], 'all').stemmed.length).toBeLessThanOrEqual(200);
  });
});

test('a vector names word and stem at one place, and bigrams', () => {
  expect(readyVector([{ weight: 'A', text: 'Балаларға 受身' }], 'kk')).toBe(
    "'бала':1A 'балаларга':1A '受身':2A '身':3A",
  );
});

describe('a snippet', () => {
  const marked = (text: string, stems: string[], runs: string[] = []) =>
    snippetOf(text, { stems, runs })
      .map(({ text: piece, isHit }) => (isHit ? `[${piece}]` : piece))
      .join('');

  test.each([
    ['Сборы и сборная', ['сбор'], '[Сборы] и [сборная]'],
    ['Мат и материал', ['мат'], '[Мат] и материал'],
    ['Studies and study', ['studi'], '[Studies] and [study]'],
    ['Балаларға арналған', ['бала'], '[Балаларға] арналған'],
  ])('of %s', (text, stems, expected) => {
    expect(marked(text, stems)).toBe(expected);
  });

  test('marks Japanese with okurigana and without', () => {
    expect(marked('横受け身の練習', [], ['受身'])).toBe('横[受け身]の練習');
    expect(marked('横受身の練習', [], ['受け身'])).toBe('横[受身]の練習');
  });

  test('shows the passage around the first hit of a long text', () => {
    const text = `${'слово '.repeat(100)}сборы${' дальше'.repeat(100)}`;
    const shown = marked(text, ['сбор']);
    expect(shown).toContain('[сборы]');
    expect(shown.startsWith('… ')).toBe(true);
    expect(shown.length).toBeLessThan(260);
  });
});

test('a title is suggested from each of its words on', () => {
  expect(suggestionKeys('Безопасное падение детей')).toEqual([
    'безопасное падение детей',
    'падение детей',
    'детей',
  ]);
  expect(suggestionKeys('受け身')).toEqual(['受け身', 'け身', '身', '受身']);
});

test.each([
  ['учи-мато', 'Учи-мата', true],
  ['учимтаа', 'Учи-мата', true],
  ['осотогари', 'О-сото-гари', true],
  ['сборы', 'Гатаме', false],
  ['уке', 'Уки', false],
])('%s for %s: %s', (typed, name, is) => {
  expect(isMistyped(typed, name)).toBe(is);
});

test('a swap is one slip', () => {
  expect(editDistance('abcd', 'abdc', 3)).toBe(1);
  expect(editDistance('abcd', 'xyzw', 2)).toBe(3);
});
