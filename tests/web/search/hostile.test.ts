import { afterAll, beforeAll, expect, it } from 'vitest';
import { ERROR, useSite } from '../../support/site';
import { inTurn } from '../../support/turn';
import type { WebClient } from '../../support/web-client';

const site = useSite({ demo: true });
let visitor: WebClient;

/** Nothing that is typed may keep the search busy for so long; an ordinary search takes a hundredth of it. */
const TOO_LONG_MS = 20_000;

beforeAll(async () => {
  visitor = site.current.visitor();
  await visitor.get('/ru/search?q=%D0%B4%D0%B7%D1%8E%D0%B4%D0%BE');
});

afterAll(() => {
  expect(site.current.logged.filter(({ level }) => level >= ERROR)).toEqual([]);
});

const OPERATORS = [
  '&',
  '|',
  '!',
  '<->',
  '<2>',
  ':*',
  '(',
  ')',
  '((((',
  '))))',
  '*',
  ':',
  '@@',
  '~',
  '^',
  '-',
  '+',
  '""',
];
const words = (operator: string) => [
  operator,
  `${operator}дзюдо`,
  `дзюдо${operator}`,
  `дзюдо ${operator} татами`,
  `${operator} ${operator}`,
];
const REPEATED = [
  'а',
  'я ',
  'ы',
  '受',
  '受け',
  '🥋',
  "'",
  '"',
  '\\',
  '%',
  '_',
  '()',
  '<->',
  'a:*|',
  'ё̈',
  '\u0301',
  '-',
  '1 ',
];

const SQL = [
  "'; DROP TABLE search_document; --",
  "' OR '1'='1",
  "\\'; SELECT pg_sleep(10); --",
  '"; SELECT 1; --',
  "') UNION SELECT 1,2,3 --",
  '$$; SELECT 1; $$',
  '$1',
  '$1::text',
  "E'\\x27'",
  '/* */',
  '-- ',
  ';',
  '%',
  '_',
  '%%%%',
  '____',
  '%дзюдо%',
  '\\%',
  '\\_',
  '\\',
  "''::tsquery",
  "'a':1A",
  "'a':*",
  'to_tsquery',
  'NULL',
  '{}',
  '{a,b}',
  '[1,2]',
  '{"a":1}',
];

const SIGNS = [
  '🥋',
  '🥋🥋🥋',
  '👩‍👩‍👧‍👦',
  '🇰🇿',
  '1️⃣',
  'дзюдо 🥋',
  'שלום',
  'مرحبا بالعالم',
  '\u202eабв',
  '\u200f\u200e',
  'a\u200bb',
  '\ufeffдзюдо',
  '\u2028',
  '\u2029',
  'ｆｕｌｌ',
  '㍿',
  '﷽',
  '𝕛𝕦𝕕𝕠',
  'ﬁ',
  'İ',
  'ß',
  'ı',
  'ǰ',
  'Ω',
  '½',
  '①',
  'ー',
  '々',
  '〆',
  'ヶ',
  'ゞ',
  '゛',
  'ﾞ',
  '\ue000',
  '\uffff',
  '𠮷野家',
  'ค้น',
  'ខ្មែរ',
  '한국어',
  'a\u0301\u0301\u0301\u0301',
  'ё',
  'е\u0308',
  'й',
  'и\u0306',
  ' ',
  '\t',
  '　',
  '.',
  '...',
  '«»',
  '<b>дзюдо</b>',
  '<img src=x onerror=alert(1)>',
  '&lt;',
  '&#0;',
  '%3Cscript%3E',
  '../../etc/passwd',
  '$' + '{7*7}',
  '{{7*7}}',
  'constructor',
  '__proto__',
  'toString',
  'http://example.org/?q=1',
  'a@b.c',
  'и',
  'не',
  'the',
  'мен және үшін',
  'のをはが',
  '1e9',
  '-1',
  '0',
  'NaN',
  'true',
];

/** As an address has them, where no text could be written. */
const RAW = ['%00', 'a%00b', '%ff', '%ed%a0%80', '%', '%E0%A4%A', '%0d%0a', '%7f', '%01', '+', '%2B'];

const QUERIES: string[] = [
  ...OPERATORS.flatMap(words),
  ...REPEATED.flatMap((text) => [text.repeat(200), text.repeat(1200)]),
  ...SQL,
  ...SIGNS,
].map(encodeURIComponent);

const ADDRESSES = [...QUERIES, ...RAW, 'x'.repeat(10_000), encodeURIComponent('я'.repeat(10_000))];

it('there are at least two hundred of them', () => {
  expect(ADDRESSES.length).toBeGreaterThanOrEqual(200);
});

const shown = (address: string) =>
  address.length > 60 ? `${address.slice(0, 50)}… (${address.length})` : address;

it.each(inTurn(ADDRESSES, { of: 8 }).map((address) => [shown(address), address] as const))(
  '%s',
  async (_shown, address) => {
    for (const path of [
      '/ru/search?q=',
      '/api/v1/suggestions?lang=ja&q=',
      '/api/v1/courses?q=',
      '/en/courses?q=',
    ]) {
      const began = performance.now();
      const { status, text } = await visitor.get(path + address);
      const took = performance.now() - began;
      expect([path, [200, 400, 414, 422, 431].includes(status), status]).toEqual([path, true, status]);
      expect(text).not.toContain('<img src=x');
      expect(took).toBeLessThan(TOO_LONG_MS);
    }
  },
);

it.each(['kind=', 'in=', 'technique=', 'after='])('%s with anything', async (name) => {
  for (const value of [
    "'",
    '%25',
    'a.b',
    '1.00000000-0000-7000-8000-000000000000',
    'zzzzzzzz.x',
    '9'.repeat(59),
    '%F0%9F%A5%8B',
  ]) {
    const { status } = await visitor.get(`/ru/search?q=%D0%B4%D0%B7%D1%8E%D0%B4%D0%BE&${name}${value}`);
    expect(status).toBe(200);
  }
});
