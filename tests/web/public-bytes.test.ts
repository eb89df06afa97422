import { beforeAll, expect, it } from 'vitest';
import { LANGS } from '~/i18n/locales';
import { type PublicAddress, publicAddresses } from '../support/public-addresses';
import { useSite } from '../support/site';
import { inTurn } from '../support/turn';

/** A first visit, everything in, as the wire carries it. */
const MOST = 60_000;
const SCRIPT_MOST = 8_000;

const site = useSite({ demo: true });
let pages: PublicAddress[] = [];
const known = new Map<string, { bytes: number; text: string }>();

beforeAll(async () => {
  await site.current.drainJobs();
  pages = await publicAddresses(site.current);
});

/** Length of what comes for this address, headers included; files are asked for once. */
async function fetched(path: string): Promise<{ bytes: number; text: string }> {
  const before = known.get(path);
  if (before) return before;
  const { status, headers, body } = await site.current.visitor().get(path, { 'accept-encoding': 'gzip, br' });
  expect([path, status]).toEqual([path, 200]);
  const plain = headers['content-encoding'] ? '' : body.toString('utf8');
  const answer = { bytes: body.length + Object.entries(headers).join('').length, text: plain };
  if (/^\/(assets|fonts|favicon|icons)/.test(path)) known.set(path, answer);
  return answer;
}

/** What a browser loads with the page: styles and their fonts, scripts, pictures, the icon; a manifest is read later. */
async function filesOf(html: string): Promise<{ files: string[]; scripts: string[] }> {
  const linked = [
    ...html.matchAll(/<link rel="(?:stylesheet|icon|preload|modulepreload)"[^>]*? href="([^"]+)"/g),
  ].map(([, href = '']) => href);
  const scripts = [...html.matchAll(/<script[^>]*? src="([^"]+)"/g)].map(([, source = '']) => source);
  const pictures = [...html.matchAll(/<img[^>]*? src="([^"]+)"/g)].map(([, source = '']) => source);
  const styles = linked.filter((path) => path.endsWith('.css'));
  const texts = await Promise.all(
    styles.map(
      async (path) => (await site.current.visitor().get(path, { 'accept-encoding': 'identity' })).text,
    ),
  );
  const fonts = texts.flatMap((text) =>
    [...text.matchAll(/url\(["']?(\/[^"')]+\.woff2)/g)].map(([, font = '']) => font),
  );
  return { files: [...new Set([...linked, ...fonts, ...pictures])], scripts };
}

it.each(inTurn(LANGS))('a first visit of every public page in %s weighs at most 60 KB', async (lang) => {
  for (const { address, path } of pages) {
    const page = address === '/' ? `/${lang}` : `/${lang}${address}`;
    const html = (await site.current.visitor().get(page, { 'accept-encoding': 'identity' })).text;
    const { files, scripts } = await filesOf(html);
    const sizes = new Map<string, number>();
    for (const file of [page, ...files, ...scripts]) sizes.set(file, (await fetched(file)).bytes);
    const sum = [...sizes.values()].reduce((total, bytes) => total + bytes, 0);
    expect(sum, `${path}: ${JSON.stringify([...sizes])}`).toBeLessThanOrEqual(MOST);
    const script = scripts.reduce((total, file) => total + (sizes.get(file) ?? 0), 0);
    expect(script, `${path}: ${scripts.join(' ')}`).toBeLessThanOrEqual(SCRIPT_MOST);
  }
});
