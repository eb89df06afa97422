/**
 * Every kind of page that visitors and search engines may find, by its path without language. The head of pages, the
 * sitemap and the tests of public pages read this table; a new public page is one row here.
 */
export type PublicPage = {
  /** As in app/routes.ts, without ':lang'. */
  path: string;
  /** Open to everybody, but no page to find: search results, forms. It has no canonical address and is in no sitemap. */
  noindex?: true;
};

export const PUBLIC_PAGES: readonly PublicPage[] = [
  { path: '/' },
  { path: '/courses' },
  { path: '/courses/:course' },
  { path: '/search', noindex: true },
  { path: '/techniques' },
  { path: '/techniques/:technique' },
  { path: '/glossary' },
  { path: '/methodologies' },
  { path: '/methodologies/:theme' },
  { path: '/paths' },
  { path: '/paths/:path' },
  { path: '/seminars' },
  { path: '/seminars/:seminar' },
  { path: '/recordings' },
  { path: '/recordings/:recording' },
  { path: '/partners' },
  { path: '/instructors/:instructor' },
  { path: '/qualifications' },
  { path: '/qualifications/others/:external' },
  { path: '/code' },
  { path: '/register' },
  { path: '/verify' },
  { path: '/about' },
  { path: '/accessibility' },
  { path: '/privacy' },
  { path: '/verify/:serial', noindex: true },
  { path: '/sign-in', noindex: true },
  { path: '/sign-up', noindex: true },
  { path: '/reset-password', noindex: true },
];

/** Values by the names in a row's path, such as { course: 'kuzushi' }. */
export type PageParams = Readonly<Record<string, string>>;

const shapes = PUBLIC_PAGES.map((page) => ({
  page,
  shape: new RegExp(`^${page.path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`),
}));

/** The row of an address such as '/courses/kuzushi', with its values; null for pages that are nobody's to find. */
export function findPublicPage(path: string): { page: PublicPage; params: PageParams } | null {
  for (const { page, shape } of shapes) {
    const found = shape.exec(path);
    if (found) return { page, params: { ...found.groups } };
  }
  return null;
}

/** Whether search engines may list this address. */
export const isIndexed = (path: string): boolean => {
  const found = findPublicPage(path);
  return found !== null && found.page.noindex !== true;
};

/** The rows that search engines may list. */
export const indexedPages = (): readonly PublicPage[] => PUBLIC_PAGES.filter(({ noindex }) => !noindex);
