import { type Browser, type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { axeFaults } from './axe';
import { type Lang, word } from './words';

const DEMO_PASSWORD = 'shihan-demo';

/** One person at one browser. */
export type Visit = {
  page: Page;
  lang: Lang;
  withScript: boolean;
  /** The product's words in this person's language. */
  say(key: string, params?: Readonly<Record<string, string>>): string;
  /** Opens a page; `path` is without language. */
  open(path: string): Promise<void>;
  /**
   * What must be true of every page: no console error, no horizontal scrolling, nothing that axe finds. The browser
   * itself logs the status of a page that is none and of a refused form: the one that is awaited is `status`.
   */
  inspect(what?: { status?: 404 | 422 | 429 }): Promise<void>;
};

const LANGS: Record<string, Lang> = { 'kk-KZ': 'kk', 'ja-JP': 'ja', 'ru-RU': 'ru', 'en-GB': 'en' };

async function fits(page: Page): Promise<void> {
  const [inner, content] = await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
  expect(content, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(inner ?? 0);
}

/** Shapes of pages that axe has looked at in this process, which has one language and one width. */
const seen = new Set<string>();

/** One look at each kind of page and its shape: the same page with other numbers tells nothing new. */
async function shapeOf(page: Page): Promise<string> {
  const parts = await page.locator('main :is(h1, h2, h3, form, table, details[open])').count();
  return `${page.viewportSize()?.width} ${new URL(page.url()).pathname.replace(/[0-9a-f-]{36}|[0-9A-Z]{13}/g, '·')} ${Math.min(parts, 12)}`;
}

/** The colours of the journey's pages are the same at every width. */
const isPhone = (page: Page): boolean => (page.viewportSize()?.width ?? 0) < 700;

function visitOf(page: Page, lang: Lang, withScript: boolean): Visit {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`));
  return {
    page,
    lang,
    withScript,
    say: (key, params) => word(lang, key, params),
    async open(path) {
      const answer = await page.goto(`/${lang}${path}`);
      expect(answer?.status(), path).toBeLessThan(400);
    },
    async inspect({ status } = {}) {
      const told = errors.splice(0).filter((error) => !status || !error.includes(`status of ${status}`));
      expect(told).toEqual([]);
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
      await expect(page.locator('h1')).toHaveCount(1);
      if (!withScript) return;
      await fits(page);
      const shape = await shapeOf(page);
      if (seen.has(shape)) return;
      seen.add(shape);
      expect(await axeFaults(page, { withContrast: isPhone(page) }), `axe on ${page.url()}`).toEqual([]);
    },
  };
}

type Fixtures = {
  /** The person whose browser this test is. */
  visit: Visit;
  /** Another person at another browser of the same kind, signed in with a demo account ('assessor' …). */
  colleague(name: string): Promise<Visit>;
};

async function newContext(browser: Browser, options: object): Promise<BrowserContext> {
  return browser.newContext(options);
}

export const test = base.extend<Fixtures>({
  visit: async ({ page, locale, javaScriptEnabled }, use) => {
    await use(visitOf(page, LANGS[locale ?? ''] ?? 'ru', javaScriptEnabled ?? true));
  },
  colleague: async ({ browser, visit, viewport, baseURL, locale }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (name) => {
      const context = await newContext(browser, {
        viewport,
        ...(baseURL ? { baseURL } : {}),
        ...(locale ? { locale } : {}),
        javaScriptEnabled: visit.withScript,
      });
      opened.push(context);
      const other = visitOf(await context.newPage(), visit.lang, visit.withScript);
      await signIn(other, `${name}@demo.test`, DEMO_PASSWORD);
      return other;
    });
    for (const context of opened) await context.close();
  },
});

/** Sends a form of the page by its button's words. */
export async function send({ page, say }: Visit, key: string): Promise<void> {
  await page
    .getByRole('button', { name: say(key), exact: true })
    .first()
    .click();
}

export async function signIn(visit: Visit, contact: string, password: string): Promise<void> {
  await visit.open('/sign-in');
  await visit.page.locator('[name=contact]').fill(contact);
  await visit.page.locator('[name=password]').fill(password);
  await send(visit, 'access:sign-in.submit');
  await expect(visit.page).not.toHaveURL(/sign-in/);
}

/** Opens a block that is folded away, unless it is open already. */
export async function unfold({ page, say }: Visit, key: string): Promise<void> {
  const summary = page
    .locator('summary')
    .filter({ hasText: say(key) })
    .first();
  const isOpen = await summary.evaluate((element) => element.closest('details')?.open ?? false);
  if (!isOpen) await summary.click();
}
