import { expect } from '@playwright/test';
import { pngPaper } from '../support/paper-bytes';
import { test, type Visit } from './visit';

/** Pages that neither the journey nor public.spec.ts comes by. */
const PAGES: Record<string, readonly string[]> = {
  visitor: ['/verify/0000000000000', '/sign-out'],
  coach: [
    '/learn',
    '/me/qualifications',
    '/me/evidence',
    '/me/evidence/new',
    '/me/evidence/new?kind=dan-grade',
    '/me/evidence/new?kind=external-credential',
    '/account',
    '/account/second-factor',
    '/learn/injury-head',
  ],
  registrar: [
    '/office/applications',
    '/office/applications?list=closed',
    '/office/evidence',
    '/office/evidence?list=closed',
    '/office/register',
    '/office/register?state=all',
    '/office/reports',
    '/office/unions',
    '/office/frameworks',
    '/office/frameworks/kjf-coach',
    '/office/frameworks/kjf-coach/draft',
    '/office/frameworks/kjf-coach/affected',
    '/office/frameworks/kjf-coach/texts',
    '/office/imports',
  ],
  admin: ['/admin/people', '/admin/jobs', '/admin/audit', '/admin/outbox'],
};

async function inspectAll(visit: Visit, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await visit.page.goto(`/${visit.lang}${path}`);
    await visit.inspect(/verify\/0|injury-head/.test(path) ? { status: 404 } : {});
  }
}

test('every page is clean in this language and at this width', async ({ visit, colleague }) => {
  await inspectAll(visit, PAGES.visitor ?? []);
  for (const name of ['coach', 'registrar', 'admin'])
    await inspectAll(await colleague(name), PAGES[name] ?? []);
});

test('changing the language stays on the page', async ({ visit }) => {
  await visit.open('/courses/safeguarding');
  await visit.page
    .locator('header a[hreflang=en], header a[lang=en]')
    .first()
    .evaluate((link) => {
      if (link instanceof HTMLElement) link.click();
    });
  await expect(visit.page).toHaveURL(/\/en\/courses\/safeguarding$/);
  await expect(visit.page.locator('html')).toHaveAttribute('lang', 'en');
});

test('a paper from the coach’s phone to the registrar’s desk', async ({ colleague }) => {
  const coach = await colleague('coach');
  await coach.open('/me/evidence/new?kind=first-aid');
  const { page } = coach;
  await page.fill('[name=issuer]', 'Қызыл Жарты ай');
  await page.fill('[name=nameOnPaper]', 'Demo Coach');
  await page.fill('[name=issuedOn]', '2026-01-15');
  const send = () => page.click('main form button[type=submit]');
  const choose = (name: string, buffer: Buffer) =>
    page.setInputFiles('#f-files', { name, mimeType: 'image/png', buffer });
  await choose('hello.png', Buffer.from('hello'));
  await send();
  await expect(page.locator('.errors')).toBeVisible();
  await expect(page.locator('[name=issuer]')).toHaveValue('Қызыл Жарты ай');
  await coach.inspect({ status: 422 });
  await choose('Скан 段位.png', pngPaper());
  await send();
  await page.waitForURL(/\/me\/evidence\/claims\//);
  await coach.inspect();
  const claim = page.url().split('/').at(-1);
  const office = await colleague('registrar');
  await office.open(`/office/evidence/${claim}`);
  await expect(office.page.locator('main img')).toHaveJSProperty('naturalWidth', 8);
  for (const fold of await office.page.locator('main details > summary').all()) await fold.click();
  await office.inspect();
  await coach.open(`/me/evidence/claims/${claim}`);
  await page.locator('main details > summary').click();
  await page.click('main details form button[type=submit]');
  await coach.inspect();
  await expect(page.locator('main details')).toHaveCount(0);
});
