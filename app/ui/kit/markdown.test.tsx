import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { LocalizedText } from '~/i18n/content';
import { Markdown } from './markdown';
import { ViewProvider } from './use-t';

const facts = {
  lang: 'kk',
  path: '/',
  search: '',
  demo: false,
  actor: null,
  flash: null,
  nonce: null,
} as const;

const render = (value: LocalizedText): string =>
  renderToStaticMarkup(
    <ViewProvider facts={facts}>
      <Markdown value={value} />
    </ViewProvider>,
  );

const kazakh = (text: string): LocalizedText => ({ original: 'kk', kk: { text, origin: 'author' } });

test('headings stand below the heading of the page', () => {
  expect(render(kazakh('# Бір\n\n## Екі'))).toMatch(/<h2>Бір<\/h2>\s*<h3>Екі<\/h3>/);
  expect(render(kazakh('## Бір\n\n### Екі'))).toMatch(/<h2>Бір<\/h2>\s*<h3>Екі<\/h3>/);
});

test.each([
  ['<script>alert(1)</script>', /<script/],
  ['<img src=x onerror=alert(1)>', /<img/],
  ['![x](https://elsewhere.example/x.png)', /<img/],
  ['[x](javascript:alert(1))', /javascript:/],
])('%s does no harm', (text, harm) => {
  expect(render(kazakh(`сөз ${text}`))).not.toMatch(harm);
});

test('a text in another language says so and carries its language', () => {
  const html = render({ original: 'ru', ru: { text: 'Текст', origin: 'author' } });
  expect(html).toContain('lang="ru"');
  expect(html).toContain('орыс тілі');
});

test("a machine's text is labelled", () => {
  const html = render({ original: 'ru', kk: { text: 'Мәтін', origin: 'machine' } });
  expect(html).toContain('Машиналық аударма');
});
