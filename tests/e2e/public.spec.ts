import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { inTurn, isTurn } from '../support/turn';
import { axeFaults } from './axe';
import { publicAddresses } from './public/addresses';
import { keyboardFaults } from './public/keyboard';
import { outOfPlace, tooSmall, wrongLanguage } from './public/page-text';
import type { Lang } from './words';

test.describe.configure({ mode: 'parallel' });

const LANGS: readonly Lang[] = ['kk', 'ru', 'ja', 'en'];

/** Widths of a phone, a tablet and a desk; both sets of colours. */
const LOOKS = [
  { width: 360, height: 740, colorScheme: 'light' },
  { width: 768, height: 1024, colorScheme: 'light' },
  { width: 1280, height: 800, colorScheme: 'dark' },
] as const;

const inLang = (lang: Lang, path: string) => (path === '/' ? `/${lang}` : `/${lang}${path}`);

/** 400 % of a desk. */
const ENLARGED = { width: 320, height: 640 };

const whereIs = (page: Page) => `${new URL(page.url()).pathname} at ${page.viewportSize()?.width}`;

/** axe looks at a page at one width in each run, and at another width in another language. */
const isForAxe = (page: Page): boolean =>
  LOOKS.some(({ width }, n) => page.viewportSize()?.width === width && (isTurn(n) || (n === 0 && isTurn(3))));

/** Everything that is wrong with one page at one width, each with where it is. */
async function faultsOf(page: Page, lang: Lang): Promise<string[]> {
  const told = [
    ...(await outOfPlace(page)).map((fault) => `out of place: ${fault}`),
    ...(await tooSmall(page)).map((fault) => `too small: ${fault}`),
    ...(await wrongLanguage(page, lang)).map((fault) => `wrong language: ${fault}`),
  ];
  if (isForAxe(page)) told.push(...(await axeFaults(page)).map((fault) => `axe: ${fault}`));
  return told.map((fault) => `${whereIs(page)}: ${fault}`);
}

/** The same page as a phone, a tablet and a desk show it; nothing spills where the letters are enlarged. */
async function faultsAtEveryWidth(page: Page, lang: Lang): Promise<string[]> {
  await page.setViewportSize(ENLARGED);
  const faults = (await outOfPlace(page)).map((fault) => `${whereIs(page)}: out of place: ${fault}`);
  for (const { width, height, colorScheme } of LOOKS) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    faults.push(...(await faultsOf(page, lang)));
  }
  return faults;
}

/** Each page in the one language whose turn it is, in all of them in turn. */
const addressesOf = async (request: APIRequestContext, lang: Lang): Promise<string[]> =>
  inTurn(await publicAddresses(request), { shift: LANGS.indexOf(lang), of: 8 });

for (const lang of LANGS)
  test(`every public page is clean in ${lang} at every width`, async ({ page, request }) => {
    const [errors, told]: [string[], string[]] = [[], []];
    page.on(
      'console',
      (message) => void (message.type() === 'error' && told.push(`${page.url()}: ${message.text()}`)),
    );
    page.on('pageerror', (error) => told.push(`${page.url()}: ${error.message}`));
    const faults: string[] = [];
    for (const path of await addressesOf(request, lang)) {
      await page.setViewportSize(LOOKS[0]);
      const answer = await page.goto(inLang(lang, path));
      expect([path, answer?.status()]).toEqual([path, 200]);
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
      await expect(page.locator('h1')).toHaveCount(1);
      // What axe does to the page is refused by its policy and is no error of the page.
      errors.push(...told.splice(0));
      faults.push(...(await faultsAtEveryWidth(page, lang)));
      told.length = 0;
    }
    expect([...errors, ...faults].join('\n')).toBe('');
  });

/** Long words, and the two layouts: the widths at which the menu folds and does not. */
for (const [lang, width] of [
  ['ru', 360],
  ['en', 1280],
] as const) {
  test(`the keyboard alone suffices in ${lang} at ${width}`, async ({ page, request }) => {
    await page.setViewportSize({ width, height: 800 });
    const faults: string[] = [];
    for (const path of await addressesOf(request, lang)) {
      await page.goto(inLang(lang, path));
      faults.push(...(await keyboardFaults(page)).map((fault) => `${path}: ${fault}`));
    }
    expect(faults.join('\n')).toBe('');
  });
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test('every page is whole', async ({ page, request }) => {
    for (const lang of LANGS)
      for (const path of await addressesOf(request, lang)) {
        await page.goto(inLang(lang, path));
        await expect(page.locator('h1')).toBeVisible();
        await expect(page.locator('footer')).toBeVisible();
        await expect(page.locator('main noscript, [aria-busy=true]')).toHaveCount(0);
      }
  });

  test('the menu opens, and another language keeps page and query', async ({ page }) => {
    await page.goto('/ru/courses?level=1');
    await page.locator('details.fold-langs summary').click();
    await page.locator('details.fold-langs a[hreflang=ja]').click();
    await expect(page).toHaveURL(/\/ja\/courses\?level=1$/);
    await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
    await expect(page.locator('select[name=level]')).toHaveValue('1');
  });
});
