import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { useSite } from '../support/site';

const site = useSite({ demo: true });
const get = (path: string, headers: Record<string, string> = {}) => site.current.visitor().get(path, headers);
const policyOf = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    (headers['content-security-policy'] ?? '').split(';').map((part) => {
      const [name = '', ...values] = part.trim().split(' ');
      return [name, values.join(' ')];
    }),
  );

describe('security headers', () => {
  it('stand on pages, files, machine answers and refusals', async () => {
    for (const path of [
      '/ru',
      '/ru/courses',
      '/healthz',
      '/favicon.svg',
      '/nothing',
      '/ru/nothing',
      '/assets/nothing.js',
    ]) {
      const { headers } = await get(path);
      expect([path, headers['x-content-type-options']]).toEqual([path, 'nosniff']);
      expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
      expect(headers['x-frame-options']).toBe('DENY');
      expect(headers['permissions-policy']).toContain('camera=()');
      expect(headers['x-powered-by']).toBeUndefined();
      expect(headers['strict-transport-security']).toBeUndefined();
      const policy = policyOf(headers);
      expect(policy['default-src']).toBe("'none'");
      expect(policy['frame-ancestors']).toBe("'none'");
      expect(policy['base-uri']).toBe("'none'");
      if (path === '/healthz') {
        expect(policy['form-action']).toBe("'none'");
        expect(Object.keys(policy)).not.toEqual(expect.arrayContaining(['script-src']));
        continue;
      }
      expect(policy['form-action']).toBe("'self'");
      expect(policy['script-src']).not.toMatch(/unsafe|nonce|http|\*/);
      expect(policy['style-src']).toBe("'self'");
    }
  });

  it('give people who are signed in a nonce, a new one for each page', async () => {
    const coach = await site.current.signIn('coach');
    const nonces = [await coach.get('/ru/learn'), await coach.get('/ru/learn')].map(
      ({ headers }) => /'nonce-([\w+/=]+)'/.exec(policyOf(headers)['script-src'] ?? '')?.[1],
    );
    expect(nonces[0]).toMatch(/^[\w+/=]{20,}$/);
    expect(nonces[0]).not.toBe(nonces[1]);
    const page = await coach.get('/ru/learn');
    expect(page.headers['cache-control']).toBe('private, no-store');
    expect(page.text).not.toMatch(/<script(?![^>]*\b(src|type="application\/json")=?)/);
    expect(page.text).not.toMatch(/<[^>]+\son[a-z]+=/);
    expect(page.text).not.toMatch(/<[^>]+\sstyle=/);
  });

  it('keep pages of visitors free of script', async () => {
    for (const path of ['/ru', '/kk/courses', '/ja/qualifications', '/en/register', '/ru/sign-in']) {
      const { text, status } = await get(path);
      expect([path, status]).toEqual([path, 200]);
      const told = text.replace(/<script type="application\/ld\+json">[^<]*<\/script>/g, '');
      expect(told).not.toMatch(/<script(?![^>]*\bsrc=)|\son[a-z]+="|\sstyle="/);
      expect(told.match(/<script/g)?.length ?? 0).toBeLessThanOrEqual(1);
    }
  });
});

describe('compression and validators', () => {
  it('packs pages as the browser wishes', async () => {
    await expect.poll(async () => (await get('/ru/courses')).headers.etag).toBeTruthy();
    const plain = await get('/ru/courses', { 'accept-encoding': 'identity' });
    const br = await get('/ru/courses', { 'accept-encoding': 'gzip, br' });
    const gz = await get('/ru/courses', { 'accept-encoding': 'gzip' });
    expect([plain, br, gz].map(({ headers }) => headers['content-encoding'])).toEqual([
      undefined,
      'br',
      'gzip',
    ]);
    expect(brotliDecompressSync(br.body).toString()).toBe(plain.text);
    expect(gunzipSync(gz.body).toString()).toBe(plain.text);
    expect(new Set([plain, br, gz].map(({ headers }) => headers.etag)).size).toBe(3);
    for (const { headers } of [plain, br, gz]) {
      expect(headers.vary?.toLowerCase()).toContain('cookie');
      expect(headers.vary?.toLowerCase()).toContain('accept-encoding');
      expect(headers['cache-control']).toBe('no-cache');
    }
  });

  it('answers 304 to the tag it gave, for the same encoding only', async () => {
    await expect.poll(async () => (await get('/ru/courses')).headers.etag).toBeTruthy();
    const { etag = '' } = (await get('/ru/courses', { 'accept-encoding': 'br' })).headers;
    const again = await get('/ru/courses', {
      'accept-encoding': 'br',
      'if-none-match': `"other", W/${etag}`,
    });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect((await get('/ru/courses', { 'accept-encoding': 'gzip', 'if-none-match': etag })).status).toBe(200);
  });

  it('lets browsers keep built files for a year', async () => {
    const asset = /\/assets\/[\w./-]+\.css/.exec((await get('/ru')).text)?.[0] ?? '';
    const { status, headers } = await get(asset);
    expect([status, headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
    const font = await get('/fonts/shihan-serif.woff2', { 'save-data': 'on' });
    expect([font.status, font.body.length]).toEqual([204, 0]);
  });
});

describe('the cache of whole pages', () => {
  const hit = async (path: string, headers: Record<string, string> = {}) =>
    (await get(path, headers)).headers['x-page-cache'] === 'hit';

  it('serves visitors the same page until the content changes', async () => {
    await get('/kk/courses');
    await expect.poll(() => hit('/kk/courses')).toBe(true);
    await inTransaction(site.current.ctx(), (tx) => raiseContentVersion(tx));
    expect(await hit('/kk/courses')).toBe(false);
    await expect.poll(() => hit('/kk/courses')).toBe(true);
  });

  it('knows its parameters and keeps no others', async () => {
    await get('/ru/courses?level=2');
    await expect.poll(() => hit('/ru/courses?level=2')).toBe(true);
    expect(await hit('/ru/courses?level=1')).toBe(false);
    await get('/ru/courses?level=2&utm=x');
    expect(await hit('/ru/courses?level=2&utm=x')).toBe(false);
  });

  it('is not for people with a session, nor for verification', async () => {
    await get('/ru/courses');
    await expect.poll(() => hit('/ru/courses')).toBe(true);
    const coach = await site.current.signIn('coach');
    const own = await coach.get('/ru/courses');
    expect(own.headers['x-page-cache']).toBeUndefined();
    expect(own.headers['cache-control']).toBe('private, no-store');
    const { rows } = await site.current.services.database.pool.query('SELECT serial FROM credential LIMIT 1');
    const verify = `/ru/verify/${rows[0].serial}`;
    expect((await get(verify)).status).toBe(200);
    expect(await hit(verify)).toBe(false);
  });
});
