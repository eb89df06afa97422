import type { RequestHandler } from 'express';
import { DEFAULT_LANG, negotiateLang } from '~/i18n/locales';
import type { Config } from '~/platform/config/parse-environment';
import { readLangCookie, writeLangCookie } from '../cookies.server';
import { pagePath, splitPath } from '../paths';

const headersOf = (req: { get(name: string): string | undefined }) => ({
  headers: { get: (name: string) => req.get(name) ?? null },
});

/**
 * Sends page addresses without a language to the visitor's own (cookie, Accept-Language, ru), and remembers the
 * language somebody changes to on one of our pages.
 */
export function language(config: Config): RequestHandler {
  return (req, res, next) => {
    const place = splitPath(req.path);
    const remembered = readLangCookie(headersOf(req));
    if (!place) {
      if (req.method !== 'GET' && req.method !== 'HEAD') return next();
      const lang = remembered ?? negotiateLang(req.get('accept-language')) ?? DEFAULT_LANG;
      const query = req.originalUrl.slice(req.path.length);
      res.set('Vary', 'Cookie, Accept-Language').set('Cache-Control', 'no-cache');
      return res.redirect(
        302,
        `${pagePath(lang, req.path.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1'))}${query}`,
      );
    }
    const chosenHere =
      req.method === 'GET' &&
      req.get('sec-fetch-site') === 'same-origin' &&
      req.get('sec-fetch-mode') === 'navigate';
    if (chosenHere && remembered !== place.lang)
      res.append('Set-Cookie', writeLangCookie(config, place.lang));
    next();
  };
}
