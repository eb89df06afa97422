import type { Response } from 'express';
import { DEFAULT_LANG } from '~/i18n/locales';
import { DomainError } from '~/platform/errors';
import { buildContext } from '~/web/build-context.server';
import type { Services } from '~/web/services';
import type { MachineHandler } from '../machine-handler';
import { listPublicPaths } from './sitemap-pages.server';
import { PAGES_IN_PART, partOf, sitemapIndexXml, sitemapXml } from './sitemap-xml';

const pathsOf = (res: Response, services: Services): Promise<string[]> =>
  listPublicPaths(
    buildContext(services, { actor: null, lang: DEFAULT_LANG, requestId: res.locals.requestId }),
  );

const send = (res: Response, xml: string): void =>
  void res.type('application/xml').set('Cache-Control', 'public, max-age=3600').send(xml);

/** `GET /sitemap.xml`: the public pages in every language, or the list of such files where one would be too long. */
export const sitemap: MachineHandler = async (_req, res, services) => {
  const [paths, site] = [await pathsOf(res, services), services.config.publicUrl];
  const parts = Math.ceil(paths.length / PAGES_IN_PART);
  send(res, parts > 1 ? sitemapIndexXml(site, parts) : sitemapXml(site, paths));
};

/** `GET /sitemaps/1.xml`: one part of a long map. */
export const sitemapPart: MachineHandler = async (req, res, services) => {
  const number = /^[1-9]\d{0,3}$/.test(req.params.part ?? '') ? Number(req.params.part) : 0;
  const pages = number > 0 ? partOf(await pathsOf(res, services), number) : [];
  if (pages.length === 0) throw new DomainError('not-found', 'shell.no-such-page');
  send(res, sitemapXml(services.config.publicUrl, pages));
};
