import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { LANGS } from '~/i18n/locales';
import { type ViewFacts, ViewProvider } from '~/ui/kit/use-t';
import { ErrorPage } from './error-page';
import { areaFor, mainLinks } from './navigation';
import { Page } from './page';

const visitor: ViewFacts = {
  lang: 'ja',
  path: '/courses',
  search: '?q=%E5%86%85%E8%82%A1',
  demo: true,
  actor: null,
  flash: null,
  nonce: null,
};

const render = (facts: ViewFacts, page: React.ReactNode): string =>
  renderToStaticMarkup(<ViewProvider facts={facts}>{page}</ViewProvider>);

describe('the frame', () => {
  const html = render(visitor, <Page title="講座" />);

  test.each(LANGS)('offers the same page with its query in %s', (lang) => {
    expect(html).toContain(`href="/${lang}/courses?q=%E5%86%85%E8%82%A1" lang="${lang}" hrefLang="${lang}"`);
  });

  test('has one main, one h1, a skip link and the words of the demo', () => {
    expect(html.match(/<main/g)).toHaveLength(1);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toContain('href="#main"');
    expect(html).toContain('デモ版');
  });

  test('has no style attribute and no script', () => {
    expect(html).not.toMatch(/ style=|<script| on[a-z]+=/);
  });
});

describe('sections', () => {
  const paths = (roles: string[] | null) => mainLinks(roles && { roles }).map(({ to }) => to);

  test('a visitor can sign in; a coach sees no office', () => {
    expect(paths(null)).toContain('/sign-in');
    expect(paths([])).toEqual(['/learn', '/courses', '/techniques', '/me/qualifications', '/account']);
  });

  test('each role adds its own area', () => {
    expect(paths(['assessor'])).toContain('/assess');
    expect(paths(['registrar'])).toContain('/office/applications');
    expect(paths(['admin'])).toContain('/admin/people');
  });

  test('the row of an area is for those who may enter it', () => {
    expect(areaFor('/office/register', { roles: ['registrar'] })?.root).toBe('/office');
    expect(areaFor('/office/register', { roles: ['admin'] })).toBeUndefined();
    expect(areaFor('/officers', { roles: ['registrar'] })).toBeUndefined();
  });
});

test.each(LANGS)('error pages have words for every status in %s', (lang) => {
  for (const status of [400, 401, 403, 404, 405, 409, 410, 413, 422, 429, 500, 502, 503]) {
    const html = render({ ...visitor, lang }, <ErrorPage status={status} requestId="r-1" />);
    expect(html).toContain(String(status));
    expect(html).not.toMatch(/error\.\d/);
  }
});
