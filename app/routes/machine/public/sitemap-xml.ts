import { LANGS } from '~/i18n/locales';
import { pagePath } from '~/web/paths';

/** The protocol allows 50,000 addresses in one file; each page has one in every language. */
export const PAGES_IN_PART = Math.floor(50_000 / LANGS.length);

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

function entries(site: string, page: string): string {
  const link = (lang: string, address: string) =>
    `<xhtml:link rel="alternate" hreflang="${lang}" href="${site}${address}"/>`;
  const alternates = [...LANGS.map((lang) => link(lang, pagePath(lang, page))), link('x-default', page)].join(
    '',
  );
  return LANGS.map((lang) => `<url><loc>${site}${pagePath(lang, page)}</loc>${alternates}</url>`).join('\n');
}

/** The map of these pages in every language, each with its other languages. */
export const sitemapXml = (site: string, pages: readonly string[]): string =>
  [
    HEAD,
    `<urlset ${SPACE} xmlns:xhtml="http://www.w3.org/1999/xhtml">`,
    ...pages.map((page) => entries(site, page)),
    '</urlset>',
  ].join('\n');

/** The list of maps, where one would be too long. */
export const sitemapIndexXml = (site: string, parts: number): string =>
  [
    HEAD,
    `<sitemapindex ${SPACE}>`,
    ...Array.from(
      { length: parts },
      (_, index) => `<sitemap><loc>${site}/sitemaps/${index + 1}.xml</loc></sitemap>`,
    ),
    '</sitemapindex>',
  ].join('\n');

/** The pages of part 1, 2, …; empty when there is no such part. */
export const partOf = (pages: readonly string[], part: number, size = PAGES_IN_PART): readonly string[] =>
  pages.slice((part - 1) * size, part * size);
