import i18next from 'i18next';
import { expect, test } from 'vitest';
import { LANGS } from './locales';
import { messages } from './messages';
import { type MessageParams, translator } from './translate';

/** Every message of a namespace by its key, and the names of its placeholders. */
function leaves(tree: object, path: string): { key: string; names: string[] }[] {
  return Object.entries(tree).flatMap(([name, value]: [string, unknown]) => {
    const key = `${path}${name}`;
    if (typeof value === 'object' && value !== null) return leaves(value, `${key}.`);
    return [{ key, names: [...String(value).matchAll(/\{\{(\w+)\}\}/g)].map(([, found = '']) => found) }];
  });
}

/** Values that would mean something to who reads them again. */
const VALUES = ['$t(shell:home)', '{{level}}', "$& $1 $' <b>&amp;</b>", '', 0, 21];

const paramsFor = (names: readonly string[], from: number): MessageParams =>
  Object.fromEntries(names.map((name, at) => [name, VALUES[(from + at) % VALUES.length] ?? '']));

test.each(LANGS)('every message of %s is filled as i18next fills it', (lang) => {
  const plain = i18next.createInstance();
  void plain.init({
    ...{
      resources: messages,
      lng: lang,
      fallbackLng: false,
      ns: Object.keys(messages[lang]),
      initAsync: false,
    },
    interpolation: { escapeValue: false },
  });
  const translate = translator(lang);
  for (const [namespace, tree] of Object.entries(messages[lang])) {
    for (const { key, names } of leaves(tree, `${namespace}:`)) {
      for (const from of VALUES.keys()) {
        const params = { ...paramsFor(names, from), ...(names.includes('count') ? { count: from } : {}) };
        expect(translate.dynamic(key, params), key).toBe(String(plain.t(key as never, params as never)));
      }
    }
  }
});

test('a missing value and an unknown key show themselves', () => {
  const translate = translator('ru');
  expect(translate.dynamic('mails:decision-awarded.subject', {})).toBe(
    'Вам присвоена квалификация: {{level}}',
  );
  expect(translate.dynamic('mails:no-such.subject', { level: 'x' })).toBe('no-such.subject');
});
