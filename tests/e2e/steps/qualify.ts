import { expect, type Page } from '@playwright/test';
import { z } from 'zod';
import { send, unfold, type Visit } from '../visit';
import type { Newcomer } from './join';

const known = z.object({ level: z.object({ slug: z.string() }) });

/** An assessor records the sheet from the mat; answers its address. */
export async function recordSheet(visit: Visit, level: string, { family }: Newcomer): Promise<string> {
  const { page } = visit;
  await visit.open(`/assess?level=${level}&q=${family}`);
  await visit.inspect();
  await page.locator('main a[href*="/assess/new?"]').first().click();
  await visit.inspect();
  await page.locator('[name=place]').fill('Dojo');
  for (const mark of await page.locator('select[name^="marks."]').all()) await mark.selectOption('4');
  await page.locator('[name=remarks]').fill('心 · Жақсы');
  await send(visit, 'evidence:sheet.submit');
  await expect(page).toHaveURL(/\/assess\/[0-9a-f-]{36}$/);
  await visit.inspect();
  return new URL(page.url()).pathname.replace(/^\/\w+/, '');
}

export async function signSheet(visit: Visit, sheet: string): Promise<void> {
  await visit.open(sheet);
  await send(visit, 'evidence:sheet.sign');
  await visit.inspect();
}

/** Everything is met, so the coach asks for the level. */
export async function applyFor(visit: Visit, level: string): Promise<void> {
  const { page } = visit;
  await visit.open('/me/qualifications');
  await visit.inspect();
  await visit.open(`/me/qualifications/${level}`);
  await expect(page.locator('main')).not.toContainText(visit.say('licensing:apply.not-ready'));
  await visit.inspect();
  await send(visit, 'licensing:apply.submit');
  await expect(page.locator('main')).toContainText(visit.say('licensing:apply.open'));
}

/** The registrar finds the application by name; answers its address. */
export async function findApplication(visit: Visit, { family }: Newcomer): Promise<string> {
  const { page } = visit;
  await visit.open(`/office/applications?q=${family}`);
  await visit.inspect();
  const link = page.locator('main a[href*="/office/applications/"]').first();
  await link.click();
  await expect(page).toHaveURL(/\/office\/applications\/[0-9a-f-]{36}/);
  await visit.inspect();
  return new URL(page.url()).pathname.replace(/^\/\w+/, '');
}

export async function decide(visit: Visit, application: string, act: 'propose' | 'confirm'): Promise<void> {
  await visit.open(application);
  await unfold(visit, `licensing:decide.${act}.open`);
  await send(visit, `licensing:decide.${act}.submit`);
  await expect(visit.page.locator('main')).toContainText(
    visit.say(act === 'propose' ? 'licensing:done.proposed' : 'licensing:done.awarded'),
  );
  await visit.inspect();
}

/** Whoever proposed has no way to confirm. */
export async function expectNoSecondKey(visit: Visit, application: string): Promise<void> {
  await visit.open(application);
  await expect(visit.page.getByText(visit.say('licensing:decide.confirm.open'))).toHaveCount(0);
}

/** Which of the documents is the one of the level. */
async function serialOf(page: Page, serials: readonly string[], level: string): Promise<string> {
  for (const serial of serials) {
    const answer = known.parse(await (await page.request.get(`/api/v1/credentials/${serial}`)).json());
    if (answer.level.slug === level) return serial;
  }
  throw new Error(`There is no document for ${level}`);
}

/** The holder's own document: the serial, and the printed form once the worker has made it. */
export async function certificateOf(visit: Visit, level: string): Promise<string> {
  const { page } = visit;
  await visit.open('/me/qualifications');
  await visit.inspect();
  const serials = await page
    .locator('main a[href*="/verify/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.replace(/^.*\//, '') ?? ''));
  const serial = await serialOf(page, serials, level);
  const file = `/${visit.lang}/me/qualifications/${serial}/certificate.pdf`;
  await expect.poll(async () => (await page.request.get(file)).status(), { timeout: 30_000 }).toBe(200);
  const answer = await page.request.get(file);
  expect(answer.headers()['content-type']).toBe('application/pdf');
  expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');
  return serial;
}

/** Anybody learns the public status, on the page and as JSON. */
export async function expectStatus(visit: Visit, serial: string, status: 'valid' | 'revoked'): Promise<void> {
  const { page } = visit;
  await page.goto(`/v/${serial}`);
  await expect(page).toHaveURL(new RegExp(`/verify/${serial}`));
  await visit.open(`/verify/${serial}`);
  await expect(page.locator('h1')).toContainText(visit.say(`credentials:answer.${status}`));
  await visit.inspect();
  const answer = await page.request.get(`/api/v1/credentials/${serial}`);
  expect(await answer.json()).toMatchObject({ serial, status });
}

async function openAward({ page, open, inspect }: Visit, family: string, level: string): Promise<void> {
  await open(`/office/register?q=${family}&level=${level}`);
  await inspect();
  await page.locator('main table a[href*="/office/register/"]').first().click();
  await inspect();
}

/** One registrar revokes; with a second one it is proposed first, and does nothing until it is confirmed. */
export async function revoke(
  { registrar, second }: { registrar: Visit; second?: Visit },
  { family }: Pick<Newcomer, 'family'>,
  level: string,
): Promise<void> {
  const { page, say } = registrar;
  await openAward(registrar, family, level);
  await unfold(registrar, 'licensing:sanction.revoke.open');
  const form = page.locator('form').filter({ has: page.locator('input[name=intent][value=revoke]') });
  await form.locator('[name=reason]').selectOption('false-documents');
  await form.locator('[name=document]').fill('№ 7, 2026');
  await form.locator('[name=legalBasis]').fill('4.2');
  await form.locator('button[type=submit]').click();
  const done = second ? 'sanctions:done.proposed' : 'licensing:done.revoked';
  await expect(page.locator('main')).toContainText(say(done));
  await registrar.inspect();
  if (second) await confirmProposal(second, family, level);
}

async function confirmProposal(visit: Visit, family: string, level: string): Promise<void> {
  const { page } = visit;
  await openAward(visit, family, level);
  await unfold(visit, 'sanctions:answer.confirm.open');
  await page
    .locator('form')
    .filter({ has: page.locator('input[name=intent][value=confirm-proposal]') })
    .locator('button[type=submit]')
    .click();
  await expect(page.locator('main')).toContainText(visit.say('sanctions:done.confirm'));
  await visit.inspect();
}
