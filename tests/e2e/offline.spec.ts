import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { query } from './site-parts';
import { revoke } from './steps/qualify';
import { test } from './visit';

const HOLDER = { family: 'Bapker' };
const LEVEL = 'kjf-assistant';

/** The holder's paper, once the worker has printed it. */
const PAPERS = `SELECT c.serial, k.address FROM credential c
  JOIN credential_code k ON k.credential_id = c.id
  JOIN credential_document d ON d.credential_id = c.id
  JOIN account a ON a.person_id = c.person_id WHERE a.email = 'coach2@demo.test'`;

/** The printed page of a certificate as a picture. */
function pictureOf(pdf: Buffer): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'shihan-code-'));
  try {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, pdf);
    return execFileSync('pdftoppm', ['-png', '-r', '150', '-f', '1', '-singlefile', file], {
      maxBuffer: 1 << 26,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const verdict = (page: Page, name: string) => expect(page.locator(`[data-verdict=${name}]`)).toBeVisible();

test('a code is checked without network: genuine, forged, revoked since', async ({ visit, colleague }) => {
  const { page, say } = visit;
  const asked: string[] = [];
  page.context().on('request', (request) => asked.push(request.url() + (request.postData() ?? '')));
  const papers = () => query<{ serial: string; address: string }>(PAPERS);
  await expect.poll(async () => (await papers()).length, { timeout: 60_000 }).toBe(1);
  const [{ serial, address } = { serial: '', address: '' }] = await papers();
  const { pathname, hash } = new URL(address);
  await visit.open('/verify');
  await expect(page.locator('[data-kept]')).toBeVisible();

  const holder = await colleague('coach2');
  const file = await holder.page.request.get(`/ru/me/qualifications/${serial}/certificate.pdf`);
  const photo = { name: 'code.png', mimeType: 'image/png', buffer: pictureOf(await file.body()) };
  await page.locator('#code-photo').setInputFiles(photo);
  await verdict(page, 'valid');
  expect(await page.locator('[data-verdict] a').getAttribute('href')).toBe(`/ru/verify/${serial}${hash}`);

  await page.context().setOffline(true);
  await page.goto(pathname + hash);
  await verdict(page, 'valid');
  expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe(`/ru/verify/${serial}${hash}`);
  await expect(page.locator('[data-verdict]')).toContainText('Bapker');
  const changed = hash.at(80) === 'A' ? 'B' : 'A';
  await page.goto(pathname + hash.slice(0, 80) + changed + hash.slice(81));
  await verdict(page, 'forged');
  await page.goto('/ru/verify');
  await page.locator('#code-photo').setInputFiles(photo);
  await verdict(page, 'valid');

  await revoke({ registrar: await colleague('registrar') }, HOLDER, LEVEL);
  await page.goto(pathname + hash);
  await verdict(page, 'valid');
  await page.context().setOffline(false);
  await page.goto(pathname + hash);
  await expect(page.locator('h1')).toContainText(say('credentials:answer.revoked'));
  await verdict(page, 'revoked');
  await page.context().setOffline(true);
  await page.goto(pathname + hash);
  await verdict(page, 'revoked');
  await page.context().setOffline(false);
  const body = hash.slice(1, 60);
  expect(asked.filter((one) => one.replace(/#.*$/, '').includes(body))).toEqual([]);
});
