import { isLang, type Lang } from '~/i18n/locales';

/** Splits a page address: '/kk/courses' → kk and '/courses'. Null: the address names no language. */
export function splitPath(pathname: string): { lang: Lang; path: string } | null {
  const [, first = '', ...rest] = pathname.split('/');
  if (!isLang(first)) return null;
  return { lang: first, path: `/${rest.join('/')}`.replace(/\/+$/, '') || '/' };
}

/** The address of a page in a language. */
export const pagePath = (lang: Lang, path: string): string => (path === '/' ? `/${lang}` : `/${lang}${path}`);

/** A place on this site to return to; anything else becomes the desk. */
export function safeReturn(target: string | null | undefined, lang: Lang): string {
  const fallback = pagePath(lang, '/learn');
  if (!target || target.length > 500) return fallback;
  return /^\/(kk|ru|ja|en)(\/[\w\-/.%~]*)?(\?[\w\-=&%.~+]*)?$/.test(target) && !target.includes('//')
    ? target
    : fallback;
}
