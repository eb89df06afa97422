import type { MetaDescriptor, MetaFunction } from '@remix-run/react';
import { isLang, LANGS, type Lang } from '~/i18n/locales';
import { type Translate, translator } from '~/i18n/translate';
import { isIndexed } from './head/public-pages';
import {
  crumbsData,
  graphOf,
  type Place,
  placeOf,
  previewUrl,
  type StructuredData,
} from './head/structured-data';
import { pagePath, splitPath } from './paths';

export type HeadFacts = {
  title: string;
  description?: string;
  /** Not to be found by search engines: results of a search, a page of a filtered list. */
  noindex?: boolean;
  /** The pages above this one, as its crumbs show them; the home page is put in front. */
  crumbs?: readonly { to: string; label: string }[];
  /** What the page is about, by the builders of head/structured-data. */
  data?: readonly StructuredData[];
  /** Of Open Graph; 'website' unless told. */
  kind?: 'website' | 'article' | 'profile' | 'video.other';
};

const OG_LOCALES: Record<Lang, string> = { kk: 'kk_KZ', ru: 'ru_RU', ja: 'ja_JP', en: 'en_GB' };

const property = (name: string, content: string): MetaDescriptor => ({ property: name, content });

/** The page's own address, and where the same page stands in other languages. */
function addresses({ site, lang }: Place, path: string): MetaDescriptor[] {
  const link = (hrefLang: string, href: string) =>
    ({ tagName: 'link', rel: 'alternate', hrefLang, href }) as const;
  return [
    { tagName: 'link', rel: 'canonical', href: `${site}${pagePath(lang, path)}` },
    ...LANGS.map((one) => link(one, `${site}${pagePath(one, path)}`)),
    link('x-default', `${site}${path}`),
  ];
}

/** What messengers show when somebody passes the link on. */
function preview(
  at: Place,
  path: string,
  { title, description, kind = 'website' }: HeadFacts,
): MetaDescriptor[] {
  return [
    property('og:site_name', 'Shihan'),
    property('og:type', kind),
    property('og:title', title),
    ...(description ? [property('og:description', description)] : []),
    property('og:url', at.url(path)),
    property('og:locale', OG_LOCALES[at.lang]),
    ...LANGS.filter((lang) => lang !== at.lang).map((lang) =>
      property('og:locale:alternate', OG_LOCALES[lang]),
    ),
    property('og:image', previewUrl(at, path)),
    property('og:image:width', '1200'),
    property('og:image:height', '630'),
    property('og:image:alt', title),
    { name: 'twitter:card', content: 'summary_large_image' },
  ];
}

function dataOf(at: Place, path: string, facts: HeadFacts, t: Translate): MetaDescriptor[] {
  const { crumbs, title, data = [] } = facts;
  const way = crumbs && [{ to: '/', label: t('shell:nav.home') }, ...crumbs, { to: path, label: title }];
  const items = [...data, ...(way ? [crumbsData(at, way)] : [])];
  return items.length > 0 ? [{ 'script:ld+json': graphOf(items) as Record<string, string> }] : [];
}

/** The root loader's answer, which holds the site's address. */
function siteOf(matches: readonly { id: string; data?: unknown }[]): string | null {
  const data = matches.find(({ id }) => id === 'root')?.data;
  return data && typeof data === 'object' && 'site' in data && typeof data.site === 'string'
    ? data.site
    : null;
}

/**
 * The head of a page: title and description in the reader's language; on pages that may be found (head/public-pages)
 * also its address, its other languages, its preview and what it is about. `facts` gets the loader's data.
 */
export function pageMeta<Data>(
  facts: (data: Data, t: Translate, at: Place) => HeadFacts,
): MetaFunction<() => Promise<Data>> {
  return ({ data, params, matches, location }) => {
    const lang = isLang(params.lang) ? params.lang : 'ru';
    if (data === undefined) return [{ title: 'Shihan' }];
    const [t, site] = [translator(lang), siteOf(matches)];
    const at = placeOf(site ?? '', lang);
    const path = splitPath(location.pathname)?.path ?? '/';
    const told = facts(data as Data, t, at);
    const { title, description, noindex } = told;
    const isFound = site !== null && !noindex && isIndexed(path);
    return [
      { title: `${title} · Shihan` },
      ...(description ? [{ name: 'description', content: description }] : []),
      ...(isFound ? [] : [{ name: 'robots', content: 'noindex' }]),
      ...(isFound ? [...addresses(at, path), ...preview(at, path, told), ...dataOf(at, path, told, t)] : []),
    ];
  };
}

/** The head of a page that could not be shown. */
export const errorMeta = (title: string): MetaDescriptor[] => [
  { title: `${title} · Shihan` },
  { name: 'robots', content: 'noindex' },
];
