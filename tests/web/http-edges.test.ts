import { describe, expect, it } from 'vitest';
import { useSite } from '../support/site';
import { exchange, webClient } from '../support/web-client';

const site = useSite({ demo: true });
const get = (path: string, headers: Record<string, string> = {}) => site.current.visitor().get(path, headers);
const send = (path: string, method: string, headers: Record<string, string>, body?: string) =>
  exchange(new URL(path, site.current.origin), { method, headers, ...(body === undefined ? {} : { body }) });

describe('languages', () => {
  const language = async (path: string, headers: Record<string, string>) => {
    const { status, location, headers: got } = await get(path, headers);
    expect(got.vary).toMatch(/^Cookie, Accept-Language/);
    return `${status} ${location}`;
  };

  it('are chosen by cookie, then by the browser, then Russian', async () => {
    expect(await language('/', {})).toBe('302 /ru');
    expect(await language('/', { 'accept-language': 'ja,en;q=0.8' })).toBe('302 /ja');
    expect(await language('/', { 'accept-language': 'de, kk-KZ;q=0.5' })).toBe('302 /kk');
    expect(await language('/', { 'accept-language': 'de' })).toBe('302 /ru');
    expect(await language('/', { 'accept-language': 'ja', cookie: 'lang=en' })).toBe('302 /en');
    expect(await language('/', { cookie: 'lang=xx' })).toBe('302 /ru');
    expect(await language('/courses/safeguarding?level=1', { cookie: 'lang=kk' })).toBe(
      '302 /kk/courses/safeguarding?level=1',
    );
    expect(await language('/courses/', {})).toBe('302 /ru/courses');
    expect(await language('//example.org/x', {})).toBe('302 /ru/example.org/x');
  });

  it('are remembered when somebody changes them on our pages', async () => {
    const here = { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'navigate' };
    const visitor = site.current.visitor();
    await visitor.get('/ja/courses', here);
    expect(visitor.cookies.get('lang')).toBe('ja');
    await visitor.get('/kk/courses');
    expect(visitor.cookies.get('lang')).toBe('ja');
  });

  it('name themselves on every page', async () => {
    for (const lang of ['kk', 'ru', 'ja', 'en']) {
      const { text, headers } = await get(`/${lang}/courses`);
      expect(headers['content-language']).toBe(lang);
      expect(text).toContain(`<html lang="${lang}">`);
    }
  });

  it('a page has one address: a slash at its end or a foreign language is none of ours', async () => {
    const slashed = await get('/ru/courses/');
    expect([200, 301, 302, 308]).toContain(slashed.status);
    expect((await get('/de/courses')).location).toBe('/ru/de/courses');
    expect((await get('/ru/de/courses')).status).toBe(404);
    expect((await get('/RU/courses')).location).toBe('/ru/RU/courses');
  });
});

describe('what is no page', () => {
  it.each([
    '/ru/nothing',
    '/ru/studio',
    '/ru/exchange',
    '/ru/schools',
    '/ru/courses/no-such-course',
    '/ru/verify/0000000000000',
    '/assets/x.js',
    '/ru/courses.data',
    '/ru.data',
    '/__manifest?p=/',
    '/ru/office/nothing',
  ])('answers 404: %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it('the page of a missing page speaks the language of its address', async () => {
    const { text, headers } = await get('/ja/nothing');
    expect(headers['content-language']).toBe('ja');
    expect(text).toContain('<html lang="ja">');
  });
});

describe('writes', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };

  it('from other sites are refused', async () => {
    for (const foreign of [
      { origin: 'https://example.org' },
      { origin: 'null' },
      { origin: 'nonsense' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]) {
      const { status } = await send('/ru/sign-in', 'POST', { ...form, ...foreign }, 'contact=a&password=b');
      expect([foreign, status]).toEqual([foreign, 403]);
    }
    const own = { origin: site.current.origin, 'sec-fetch-site': 'same-origin' };
    expect((await send('/ru/sign-in', 'POST', { ...form, ...own }, 'contact=a&password=b')).status).toBe(422);
  });

  it('of a wrong size, type or form are told so', async () => {
    expect((await send('/ru/sign-in', 'POST', { ...form, 'content-length': '2000000' }, 'x')).status).toBe(
      413,
    );
    const said = async (path: string, language?: string) =>
      (
        await send(
          path,
          'POST',
          { ...form, 'content-length': '2000000', 'accept-language': language ?? '' },
          'x',
        )
      ).text;
    expect(await said('/ja/sign-in')).toContain('大きすぎます');
    expect(await said('/nowhere', 'kk-KZ,ru;q=0.5')).toContain('тым үлкен');
    expect((await send('/ru/sign-in', 'POST', { ...form, 'transfer-encoding': 'chunked' })).status).toBe(411);
    expect((await send(`/ru/courses?q=${'x'.repeat(9000)}`, 'GET', {})).status).toBe(414);
    for (const path of ['/ru/%', '/ru/%ff', '/ru/a%00b', '/ru/courses?q=%', '/ru/courses?q=%00']) {
      expect([path, (await send(path, 'GET', {})).status]).toEqual([path, 400]);
    }
    for (const type of [
      'application/json',
      'text/plain',
      'multipart/form-data',
      'multipart/form-data; boundary=x',
      '',
    ]) {
      const { status } = await send(
        '/ru/sign-in',
        'POST',
        type ? { 'content-type': type } : {},
        '{"contact":1}',
      );
      expect([type, [415, 422].includes(status)]).toEqual([type, true]);
    }
    expect((await send('/ru', 'TRACE', {})).status).toBe(405);
  });

  it('to addresses without a form are refused', async () => {
    for (const path of ['/ru', '/ru/courses', '/ru/nothing']) {
      const { status } = await send(path, 'POST', form, 'a=b');
      expect([path, status >= 400 && status < 500]).toEqual([path, true]);
    }
  });

  it('leave no error in the log', () => {
    expect(site.current.logged.filter(({ level }) => level >= 50)).toEqual([]);
  });
});

describe('over https', () => {
  const secure = useSite({
    environment: { PUBLIC_URL: 'https://shihan.example', SECRET_KEY: 'k'.repeat(40) },
  });

  it('browsers are told to stay there, and cookies belong to this host alone', async () => {
    const { headers } = await webClient(secure.current.origin).get('/ru');
    expect(headers['strict-transport-security']).toMatch(/^max-age=31536000/);
    const changed = await exchange(new URL('/ja', secure.current.origin), {
      headers: { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'navigate' },
    });
    expect(changed.setCookies.join()).toMatch(/lang=ja; Path=\/; HttpOnly; SameSite=Lax; .*Secure/);
  });
});

describe('the busiest address, answered before Express', () => {
  const post = (path: string, headers: Record<string, string> = {}, body = '{}') =>
    send(
      path,
      'POST',
      { 'content-type': 'application/json', 'content-length': String(body.length), ...headers },
      body,
    );

  it.each(['/api/v1/progress', '/api/v1/progress/', '/API/v1/progress?lang=en'])(
    '%s answers as every machine address does',
    async (path) => {
      const { status, headers, text } = await post(path);
      expect([status, JSON.parse(text).error.code]).toEqual([401, 'shell.sign-in-first']);
      expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    },
  );

  it('says what is wrong in the language that is asked for', async () => {
    const message = async (lang: string) =>
      JSON.parse((await post(`/api/v1/progress?lang=${lang}`)).text).error.message;
    expect(await message('ja')).toMatch(/\p{Script=Hiragana}/u);
    expect(await message('xx')).toBe(await message('en'));
  });

  it('has the limits of all others', async () => {
    expect((await post('/api/v1/progress', { origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await post('/api/v1/progress', {}, 'x'.repeat(1_000_001))).status).toBe(413);
    expect((await post('/api/v1/progress?x=%ff')).status).toBe(400);
  });
});
