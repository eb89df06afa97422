import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { useSite } from '../support/site';

const site = useSite({ demo: true });
const get = (path: string, encoding: string) =>
  site.current.visitor().get(path, { 'accept-encoding': encoding });

it('built files come packed as the browser wishes, for a year', async () => {
  const style = /\/assets\/[\w./-]+\.css/.exec((await get('/ru', 'identity')).text)?.[0] ?? '';
  const [plain, br, gz] = [
    await get(style, 'identity'),
    await get(style, 'gzip, br'),
    await get(style, 'gzip'),
  ];
  expect(brotliDecompressSync(br.body).toString()).toBe(plain.text);
  expect(gunzipSync(gz.body).toString()).toBe(plain.text);
  expect([plain, br, gz].map(({ headers }) => headers['content-encoding'])).toEqual([
    undefined,
    'br',
    'gzip',
  ]);
  for (const { headers } of [br, gz]) {
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['content-type']).toBe('text/css; charset=utf-8');
    expect(headers.vary).toContain('Accept-Encoding');
  }
  expect(br.body.length).toBeLessThan(plain.body.length / 3);
});

it('nothing but built files is found there', async () => {
  for (const path of [
    '/assets/nothing.css',
    '/assets/..%2fserver.js',
    '/assets/x/..%2f..%2fserver.js',
    '/assets/',
  ])
    expect([path, (await get(path, 'br')).status]).toEqual([path, 404]);
});
