import { expect } from '@playwright/test';
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
  ],
  admin: ['/admin/people', '/admin/jobs', '/admin/audit', '/admin/outbox'],
};

async function inspectAll(visit: Visit, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await visit.page.goto(`/${visit.lang}${path}`);
    await visit.inspect({ isAnswer: !/verify\/0|injury-head/.test(path) });
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
