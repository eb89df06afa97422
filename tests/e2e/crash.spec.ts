import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, type Page } from '@playwright/test';
import { count, kill, pidOf, query, recovered, settingsOfSite } from './site-parts';
import { send, test } from './visit';

test.describe.configure({ mode: 'serial' });

const run = promisify(execFile);

/** The address of the adaptive stream that a lesson's page gives its player. */
async function playlistOf(page: Page): Promise<string> {
  const settings = (await page.locator('[data-island=player]').getAttribute('data-settings')) ?? '';
  const address = /"([^"]+\.m3u8[^"]*)"/.exec(settings)?.[1];
  expect(address, 'the address of the playlist').toBeTruthy();
  return address ?? '';
}

test('a worker killed while packaging: the clip is whole once, and plays', async ({ colleague }) => {
  const [asset] = await query<{ id: string; version: number }>(
    `SELECT m.id, m.packaging_version + 1 AS version FROM media_asset m
     JOIN recording r ON r.asset_id = m.id WHERE r.slug = 'safe-hall'`,
  );
  await query(
    `INSERT INTO pgboss.job (name, data, retry_limit, retry_delay, retry_backoff, singleton_key, policy, expire_in)
     VALUES ('media.package', $1, 5, 1, true, $2, 'short', interval '1 hour')`,
    [JSON.stringify({ assetId: asset?.id, version: asset?.version }), `crash-${asset?.id}`],
  );
  const underWay = () =>
    count('FROM packaging_step WHERE asset_id = $1 AND packaging_version = $2', [asset?.id, asset?.version]);
  await expect.poll(underWay, { timeout: 30_000, intervals: [50] }).toBeGreaterThan(0);
  const before = pidOf('worker');
  kill('worker');
  await recovered('worker', before);
  const isPlaying = () =>
    count('FROM media_asset WHERE id = $1 AND packaging_version = $2', [asset?.id, asset?.version]);
  await expect.poll(isPlaying, { timeout: 90_000 }).toBe(1);
  const coach = await colleague('coach');
  await coach.open('/learn/safeguarding/m1-l1');
  const playlist = await coach.page.request.get(await playlistOf(coach.page));
  expect(playlist.status()).toBe(200);
  expect(await playlist.text()).toContain('#EXTM3U');
  expect(
    await count('FROM media_rendition WHERE asset_id = $1 AND packaging_version = $2', [
      asset?.id,
      asset?.version,
    ]),
  ).toBe(
    await count('FROM media_rendition WHERE asset_id = $1 AND packaging_version = $2 - 1', [
      asset?.id,
      asset?.version,
    ]),
  );
});

test('web killed while a quiz is handed in: the attempt exists once', async ({ colleague }) => {
  const coach = await colleague('coach');
  const { page } = coach;
  await coach.open('/learn/safeguarding/m3-l2');
  await send(coach, 'learning:quiz.begin');
  await expect(page.getByRole('button', { name: coach.say('learning:quiz.submit') })).toBeVisible();
  const names = await page
    .locator('form.quiz input')
    .evaluateAll((inputs) => inputs.map((input) => input.getAttribute('name') ?? ''));
  const form = { ...Object.fromEntries(names.map((name) => [name, '0'])), intent: 'submit' };
  const before = pidOf('web');
  const sending = page.request.post(page.url(), { form }).catch(() => null);
  await new Promise((wait) => setTimeout(wait, 15));
  kill('web');
  await sending;
  await recovered('web', before);
  const again = await page.request.post(page.url(), { form, maxRedirects: 0 });
  expect([303, 409]).toContain(again.status());
  const attempts = `FROM quiz_attempt a JOIN enrolment e ON e.id = a.enrolment_id JOIN course c ON c.id = e.course_id
    WHERE c.slug = 'safeguarding' AND e.person_id = (SELECT person_id FROM account WHERE email = 'coach@demo.test')`;
  expect(await count(attempts)).toBe(1);
  expect(await count(`${attempts} AND a.submitted_at IS NOT NULL`)).toBe(1);
});

test('the database killed while issuing: exactly one certificate', async ({ colleague }) => {
  const [application] = await query<{ id: string; person: string }>(
    `SELECT a.id, a.person_id AS person FROM application a JOIN account h ON h.person_id = a.person_id
     WHERE h.email = 'holder41@demo.test' AND a.closed_at IS NULL`,
  );
  const registrar = await colleague('registrar');
  const address = `/ru/office/applications/${application?.id}`;
  const confirm = () =>
    registrar.page.request.post(address, { form: { intent: 'confirm', note: '' }, maxRedirects: 0 });
  const before = pidOf('database');
  const sending = confirm().catch(() => null);
  await new Promise((wait) => setTimeout(wait, 25));
  kill('database');
  await sending;
  await recovered('database', before);
  const again = await confirm();
  expect([303, 409]).toContain(again.status());
  const ofPerson = [application?.person];
  expect(await count('FROM credential WHERE person_id = $1', ofPerson)).toBe(1);
  expect(await count('FROM qualification WHERE person_id = $1', ofPerson)).toBe(1);
  expect(
    await count("FROM application_decision WHERE application_id = $1 AND act = 'confirm'", [application?.id]),
  ).toBe(1);
  const documents =
    'FROM credential_document d JOIN credential c ON c.id = d.credential_id WHERE c.person_id = $1';
  await expect.poll(() => count(documents, ofPerson), { timeout: 30_000 }).toBe(1);
});

test('afterwards the register and its audit chain are whole', async () => {
  const { stdout } = await run(process.execPath, ['scripts/register-verify.mjs'], { env: settingsOfSite() });
  expect(stdout).not.toMatch(/broken/i);
  expect(
    await count('FROM (SELECT number FROM credential GROUP BY number HAVING count(*) > 1) doubled'),
  ).toBe(0);
});
