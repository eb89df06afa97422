import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { LANGS, type Lang } from '~/i18n/locales';
import { PREVIEW_SOURCES } from '~/routes/machine/public/preview-words.server';
import { SITEMAP_SOURCES } from '~/routes/machine/public/sitemap-pages.server';
import { indexedPages } from '~/web/head/public-pages';
import { type PublicAddress, publicAddresses } from '../support/public-addresses';
import { useSite } from '../support/site';
import { inTurn } from '../support/turn';

const site = useSite({ demo: true });
let pages: PublicAddress[] = [];

beforeAll(async () => {
  await site.current.drainJobs();
  pages = await publicAddresses(site.current);
});

const addressIn = (lang: Lang, { address }: PublicAddress) =>
  address === '/' ? `/${lang}` : `/${lang}${address}`;
const unescaped = (text: string) =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

/** Every element of the head with this attribute and value: its other attributes. */
function elements(html: string, attribute: string, value: string): Record<string, string>[] {
  const head = html.slice(0, html.indexOf('</head>'));
  const tags = [...head.matchAll(/<(?:meta|link)\s([^>]*?)\/?>/g)].map(([, inner = '']) =>
    Object.fromEntries(
      [...inner.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name = '', text = '']) => [
        name.toLowerCase(),
        unescaped(text),
      ]),
    ),
  );
  return tags.filter((tag) => tag[attribute] === value);
}

const contentOf = (html: string, attribute: string, value: string): string =>
  elements(html, attribute, value)[0]?.content ?? '';
const titleOf = (html: string): string => unescaped(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '');

const graph = z.object({
  '@context': z.literal('https://schema.org'),
  '@graph': z.array(z.looseObject({ '@type': z.string() })),
});

function dataOf(html: string) {
  const told = [...html.matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g)];
  return told.flatMap(([, json = '']) => graph.parse(JSON.parse(json))['@graph']);
}

async function read(lang: Lang, page: PublicAddress): Promise<string> {
  const { status, text } = await site.current.visitor().get(addressIn(lang, page));
  expect([page.path, lang, status]).toEqual([page.path, lang, 200]);
  return text;
}

describe.each(inTurn(LANGS))('pages in %s', (lang) => {
  it('have a title, a description, no broken letter and no script of their own', async () => {
    const titles = new Map<string, string>();
    for (const page of pages) {
      const html = await read(lang, page);
      expect(html, page.path).not.toMatch(/[\0\uFFFD]/);
      expect(
        html.replace(/<script type="application\/ld\+json">[^<]*<\/script>/g, ''),
        page.path,
      ).not.toMatch(/<script(?![^>]*\bsrc=)/);
      const title = titleOf(html);
      expect(title, page.path).toMatch(/^\S.* · Shihan$/);
      expect(titles.get(title), `the title of ${page.path}`).toBeUndefined();
      titles.set(title, page.path);
      if (!page.noindex)
        expect([...contentOf(html, 'name', 'description')].length, page.path).toBeGreaterThan(15);
    }
  });

  it('name their address, their other languages and their picture', async () => {
    const { publicUrl } = site.current.services.config;
    for (const page of pages.filter(({ noindex }) => !noindex)) {
      const html = await read(lang, page);
      const own = `${publicUrl}${addressIn(lang, page)}`;
      expect(elements(html, 'rel', 'canonical')).toEqual([{ rel: 'canonical', href: own }]);
      const others = elements(html, 'rel', 'alternate').map(({ hreflang, href }) => [hreflang, href]);
      expect(others).toEqual([
        ...LANGS.map((one) => [one, `${publicUrl}${addressIn(one, page)}`]),
        ['x-default', `${publicUrl}${page.address}`],
      ]);
      expect(contentOf(html, 'property', 'og:url')).toBe(own);
      expect(`${contentOf(html, 'property', 'og:title')} · Shihan`).toBe(titleOf(html));
      const picture = contentOf(html, 'property', 'og:image').replace(publicUrl, '');
      const { status, headers, body } = await site.current.visitor().get(picture);
      expect([page.path, status, headers['content-type']]).toEqual([page.path, 200, 'image/png']);
      expect([body.readUInt32BE(16), body.readUInt32BE(20)]).toEqual([1200, 630]);
    }
  });
});

describe('search engines', () => {
  it('are kept from pages that are nobody’s to find', async () => {
    for (const page of pages.filter(({ noindex }) => noindex)) {
      const html = await read('en', page);
      expect([page.path, contentOf(html, 'name', 'robots')]).toEqual([page.path, 'noindex']);
      expect(elements(html, 'rel', 'canonical')).toEqual([]);
    }
  });

  it('read of a missing page that it is missing, in its title too', async () => {
    const { status, text } = await site.current.visitor().get('/en/courses/nowhere');
    expect([status, titleOf(text), contentOf(text, 'name', 'robots')]).toEqual([
      404,
      'There is no such page · Shihan',
      'noindex',
    ]);
  });

  it('find every record of every page with a parameter, and its words', () => {
    const kinds = indexedPages().map(({ path }) => path);
    expect(Object.keys(SITEMAP_SOURCES).sort()).toEqual(kinds.filter((path) => path.includes(':')).sort());
    expect(Object.keys(PREVIEW_SOURCES).sort()).toEqual(kinds.sort());
  });

  it('read what a course is', async () => {
    const course = pages.find(({ path }) => path === '/courses/:course');
    const data = course ? dataOf(await read('kk', course)) : [];
    expect(data.map((item) => item['@type'])).toEqual(['Course', 'BreadcrumbList']);
    expect(data[0]).toMatchObject({
      offers: { category: 'Free' },
      hasCourseInstance: { courseMode: 'Online' },
    });
  });

  it('are told the map by robots.txt', async () => {
    const { text } = await site.current.visitor().get('/robots.txt');
    expect(text).toContain(`Sitemap: ${site.current.services.config.publicUrl}/sitemap.xml`);
  });
});

it.each(LANGS)('the manifest in %s starts at home, with icons that exist', async (lang) => {
  const visitor = site.current.visitor();
  const { status, headers, text } = await visitor.get(`/app/${lang}.webmanifest`);
  expect([status, headers['content-type']]).toEqual([200, 'application/manifest+json; charset=utf-8']);
  const manifest = z
    .looseObject({
      lang: z.string(),
      start_url: z.string(),
      icons: z.array(z.looseObject({ src: z.string(), sizes: z.string() })),
      shortcuts: z.array(z.looseObject({ url: z.string() })),
    })
    .parse(JSON.parse(text));
  expect([manifest.lang, manifest.start_url]).toEqual([lang, `/${lang}`]);
  for (const { src, sizes } of manifest.icons) {
    const { status: found, body } = await visitor.get(src);
    expect([src, found, `${body.readUInt32BE(16)}x${body.readUInt32BE(20)}`]).toEqual([src, 200, sizes]);
  }
  for (const { url } of manifest.shortcuts)
    expect([url, (await visitor.get(url)).status]).toEqual([url, 200]);
});
