import type { APIRequestContext } from '@playwright/test';
import { PUBLIC_PAGES } from '../../../app/web/head/public-pages';

/** One address without language for every public page: records as the site's own map and lists name them. */
export async function publicAddresses(request: APIRequestContext): Promise<string[]> {
  const map = await (await request.get('/sitemap.xml')).text();
  const known = [...map.matchAll(/<loc>[^<]*?\/en(\/[^<]*)?<\/loc>/g)].map(([, path = '/']) => path);
  const register = await (await request.get('/en/register')).text();
  known.push(...[...register.matchAll(/href="\/en(\/verify\/\w+)"/g)].map(([, path = '']) => path));
  return PUBLIC_PAGES.map(({ path }) => {
    if (!path.includes(':')) return path;
    const shape = new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`);
    const found = known.find((address) => shape.test(address));
    if (!found) throw new Error(`The demo has no address for ${path}`);
    return found;
  });
}
