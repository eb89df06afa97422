import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { takeCheckpoints } from '~/domain/checkpoints/take-checkpoints.server';
import { run } from '../../../scripts/lib/process/run.mjs';
import { inRoot } from '../../../scripts/lib/project.mjs';
import { recordActs, rewriteDecision } from '../../domain/checkpoints/rewritten-chain';
import { openSite, type Site } from '../../support/site';

let site: Awaited<ReturnType<typeof openSite>>;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shihan-kept-'));
  site = await openSite();
  // The addresses in the index are those under which this test reaches the site.
  site.services.config.publicUrl = site.origin;
  await recordActs(site, '2026-11-23T09:00:00Z', 4);
  await recordActs(site, '2026-11-24T09:00:00Z', 3);
  site.clock.set('2026-11-25T09:00:00Z');
});
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

const INDEX = '/.well-known/checkpoints';
const get = async (path: string) => site.visitor().get(path);

/** The command as it runs beside the site, on its database and its keys. */
const verify = ({ services: { config }, origin, url }: Site, ...args: string[]) =>
  run(process.execPath, [inRoot('build/register-verify.mjs'), ...args], {
    env: {
      ...process.env,
      ...{ DATABASE_URL: url, DATA_DIR: config.dataDir, PUBLIC_URL: origin, LOG_LEVEL: 'silent', DEMO: '1' },
    },
  });

const take = () => takeCheckpoints(site.ctx(), { isDaily: false });

test('the index asks for days that are missing, once, and leads to files that never change', async () => {
  for (const _ of [1, 2]) expect(JSON.parse((await get(INDEX)).text).checkpoints).toEqual([]);
  const asked = await site.services.database.pool.query(
    `SELECT singleton_key AS key FROM pgboss.job WHERE name = 'checkpoints.take'`,
  );
  expect(asked.rows).toEqual([{ key: 'missing' }]);
  expect(await verify(site, '--against', site.origin + INDEX)).toMatchObject({
    code: 2,
    output: expect.stringContaining('names no checkpoint'),
  });
  await take();
  const answer = await get(INDEX);
  expect(answer.status).toBe(200);
  expect(answer.headers).toMatchObject({ 'access-control-allow-origin': '*', 'cache-control': 'no-cache' });
  const index = JSON.parse(answer.text);
  expect(index.checkpoints).toMatchObject([{ day: '2026-11-24', first: 1, last: 7 }]);
  expect(index.checkpoints[0].file).toBe(`${site.origin}${INDEX}/2026-11-24`);
  expect(index.keys).toMatchObject([{ id: index.checkpoints[0].key, algorithm: 'Ed25519' }]);
  const file = await get(`${INDEX}/2026-11-24`);
  expect(file.text).toMatch(/^shihan-checkpoint 1\n[\s\S]*\nsignature \S{88}\n$/);
  expect(file.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  const again = await site.visitor().get(`${INDEX}/2026-11-24`, { 'if-none-match': file.headers.etag ?? '' });
  expect(again.status).toBe(304);
});

test('days without a checkpoint, damaged days and queries are refused in JSON', async () => {
  for (const day of ['2026-11-25', '2026-02-30', 'x', '..%2f..%2fkeys'])
    expect([day, (await get(`${INDEX}/${day}`)).status]).toEqual([day, 404]);
  for (const query of ['before=x', 'limit=0', 'limit=9999'])
    expect([query, (await get(`${INDEX}?${query}`)).status]).toEqual([query, 422]);
});

test('pages go back in time', async () => {
  await recordActs(site, '2026-11-25T10:00:00Z', 1);
  site.clock.set('2026-11-26T09:00:00Z');
  await take();
  const first = JSON.parse((await get(`${INDEX}?limit=1`)).text);
  expect(first.checkpoints).toMatchObject([{ day: '2026-11-25', first: 8, last: 8 }]);
  const second = JSON.parse((await get(first.next.slice(site.origin.length))).text);
  expect(second).toMatchObject({ checkpoints: [{ day: '2026-11-24' }], next: null });
});

test('register:verify sees a whole chain after a rewrite; --against names the decision', async () => {
  const index = site.origin + INDEX;
  const { keys } = JSON.parse((await get(INDEX)).text);
  const before = await verify(site, '--against', index, '--key', keys[0].public_key);
  expect(before).toMatchObject({ code: 0, output: expect.stringContaining('checkpoints agree: 2') });
  await rewriteDecision(site, 3n);
  const plain = await verify(site);
  expect(plain).toMatchObject({ code: 0, output: expect.stringContaining('audit chain whole: 8 rows') });
  const after = await verify(site, '--against', `${index}/2026-11-25`);
  expect(after.code).toBe(1);
  expect(after.output).toContain(
    'checkpoints DIFFER: row 3 is not the row that was published: now it says licensing.application-refused on application:2026-11-23-2',
  );
  expect(after.output).toContain('was taken from this installation');
});

test('register:verify explains what it does not understand', async () => {
  expect(await verify(site, '--against')).toMatchObject({
    code: 2,
    output: expect.stringContaining('npm run'),
  });
  expect(await verify(site, '--key', 'short', '--against', folder)).toMatchObject({ code: 2 });
  const empty = await verify(site, '--against', folder);
  expect(empty).toMatchObject({ code: 2, output: expect.stringContaining('is empty') });
});
