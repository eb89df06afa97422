import { createElement, Fragment } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { markJapanese } from './mark-japanese';
import { rehypeJapanese } from './rehype-japanese';

const html = (text: string, lang: 'ru' | 'ja' | 'en') =>
  renderToStaticMarkup(createElement(Fragment, null, markJapanese(text, lang)));

test('Japanese words in another language are marked, whole runs at once', () => {
  expect(html('Учи-мата (内股、うちまた) — бросок', 'ru')).toBe(
    'Учи-мата (<span lang="ja">内股、うちまた</span>) — бросок',
  );
  expect(html('師範', 'en')).toBe('<span lang="ja">師範</span>');
});

test('Cyrillic words are marked in English', () => {
  expect(html('Name: учимата, 内股', 'en')).toBe(
    'Name: <span lang="ru">учимата</span>, <span lang="ja">内股</span>',
  );
});

test('Japanese pages and texts without Japanese stay as they are', () => {
  expect(html('内股とUchi-mata', 'ja')).toBe('内股とUchi-mata');
  expect(html('Балаларға арналған', 'ru')).toBe('Балаларға арналған');
});

test('bodies are marked in their depth', () => {
  const tree = {
    type: 'root',
    children: [
      { type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: 'a 受身 b' }] },
    ],
  };
  rehypeJapanese()(tree);
  expect(JSON.stringify(tree)).toContain(
    '"tagName":"span","properties":{"lang":"ja"},"children":[{"type":"text","value":"受身"}]',
  );
});
