import { describe, expect, test } from 'vitest';
import { renderDocument } from '~/domain/credentials/render-document.server';
import { useSite } from '../../support/site';

const site = useSite({ demo: true });

/** The coach of the demo who holds a qualification, and its document. */
async function holderInTheDemo() {
  const client = await site.current.signIn('coach2');
  const { rows } = await site.current.services.database.pool.query(
    `SELECT c.id, c.serial FROM credential c JOIN account a ON a.person_id = c.person_id
     WHERE a.email = 'coach2@demo.test' ORDER BY c.id DESC LIMIT 1`,
  );
  return { client, serial: String(rows[0]?.serial), credentialId: String(rows[0]?.id) };
}

const LANGS = ['kk', 'ru', 'ja', 'en'] as const;
const get = (path: string) => site.current.visitor().get(path);

async function serials(): Promise<string[]> {
  const { rows } = await site.current.services.database.pool.query(
    'SELECT serial FROM credential ORDER BY serial',
  );
  return rows.map(({ serial }) => String(serial));
}

describe('verification', () => {
  test('answers about every document of the demo, in four languages, and is never kept', async () => {
    for (const [at, serial] of (await serials()).entries()) {
      const lang = LANGS[at % LANGS.length] ?? 'ru';
      const { status, headers, text } = await get(`/${lang}/verify/${serial}`);
      expect([serial, status, headers['cache-control']]).toEqual([serial, 200, 'no-store']);
      expect(headers['x-page-cache']).toBeUndefined();
      expect(text).toContain('<meta name="robots" content="noindex"/>');
      expect(text).toContain(`/api/v1/credentials/${serial}`);
      expect(text).not.toMatch(/credentials:|proofs:|undefined|NaN|Invalid Date/);
    }
  });

  test('leads to the badge in four languages, its lists and keys, all of which answer', async () => {
    const [serial = ''] = await serials();
    const { text } = await get(`/kk/verify/${serial}`);
    const { publicUrl } = site.current.services.config;
    const links = [...text.matchAll(/href="([^"]+(?:\/badge\?lang=|\/status-lists\/|did\.json)[^"]*)"/g)];
    const paths = links.map(([, href = '']) => href.replace(publicUrl, ''));
    expect(paths).toEqual([
      ...LANGS.map((lang) => `/api/v1/credentials/${serial}/badge?lang=${lang}`),
      '/.well-known/did.json',
      '/api/v1/status-lists/1-revocation',
      '/api/v1/status-lists/1-suspension',
    ]);
    for (const path of paths) expect([path, (await get(path)).status]).toEqual([path, 200]);
  });

  test('the demo has a document in every public state it can show', async () => {
    const seen = new Set<string>();
    for (const serial of await serials()) {
      seen.add(JSON.parse((await get(`/api/v1/credentials/${serial}`)).text).status);
    }
    expect([...seen]).toEqual(
      expect.arrayContaining(['valid', 'expiring', 'expired', 'suspended', 'revoked']),
    );
  });

  test('an unknown serial is answered in words, with what was typed', async () => {
    const { status, text } = await get('/ja/verify/7k3m-9qx2-vd4p-v');
    expect(status).toBe(404);
    expect(text).toContain('該当なし');
    expect(text).toContain('value="7k3m-9qx2-vd4p-v"');
  });

  test('the form leads to the answer, and only the form is shown without a serial', async () => {
    expect((await get('/kk/verify?serial=+7k3m+9qx2+')).location).toBe('/kk/verify/7k3m%209qx2');
    expect((await get('/kk/verify?serial=')).status).toBe(200);
    expect((await get(`/kk/verify?serial=${'%F0%9F%98%80'.repeat(60)}`)).status).toBe(302);
  });

  test('asks for another day, and ignores what is no day', async () => {
    const [serial = ''] = await serials();
    expect((await get(`/en/verify/${serial}?on=1999-01-01`)).text).toContain('Not yet valid');
    for (const on of ['1999-02-31', 'x', '', '9'.repeat(1000)]) {
      expect((await get(`/en/verify/${serial}?on=${on}`)).status).toBe(200);
    }
  });
});

describe('the public register', () => {
  const rows = (text: string): string[] =>
    [...text.matchAll(/\/verify\/([0-9A-Z]{13})"/g)].map(([, serial]) => serial ?? '');

  test('shows those who agreed and is kept for visitors', async () => {
    const { status, text } = await get('/ru/register');
    expect(status).toBe(200);
    expect(rows(text).length).toBeGreaterThan(5);
    await expect.poll(async () => (await get('/ru/register')).headers['x-page-cache']).toBe('hit');
    expect(rows((await get('/ru/register?q=%22%21')).text)).toEqual([]);
    expect((await get('/ru/register?q=holder')).headers['x-page-cache']).toBeUndefined();
  });

  test('a holder enters and leaves it with one button, and visitors see it at once', async () => {
    const { client, serial } = await holderInTheDemo();
    expect(rows((await get('/ru/register')).text)).not.toContain(serial);
    const listing = (listed: string) => client.post('/ru/me/qualifications', { intent: 'listing', listed });
    expect(await listing('yes')).toMatchObject({ status: 303, location: '/ru/me/qualifications' });
    expect(rows((await get('/ru/register')).text)).toContain(serial);
    await listing('no');
    expect(rows((await get('/ru/register')).text)).not.toContain(serial);
    expect((await listing('perhaps')).status).toBe(422);
  });
});

describe('the certificate as a file', () => {
  test('is for its holder and for registrars', async () => {
    const { client, serial, credentialId } = await holderInTheDemo();
    const path = `/ru/me/qualifications/${serial}/certificate.pdf`;
    await site.current.services.database.client.credentialDocument.delete({ where: { credentialId } });
    expect((await client.get('/ru/me/qualifications')).text).toContain(path);
    const early = await client.get(path);
    expect([early.status, early.headers['content-type']]).toEqual([409, 'text/plain; charset=utf-8']);
    expect(early.text).toMatch(/^[А-Я].*\p{L}/u);
    await renderDocument(site.current.ctx(), { credentialId });
    for (const reader of [client, await site.current.signIn('registrar')]) {
      const file = await reader.get(path);
      expect([file.status, file.headers['content-type']]).toEqual([200, 'application/pdf']);
      expect(file.headers['content-disposition']).toMatch(/^attachment; filename="KJF-\d{4}-\d{6}\.pdf"$/);
      expect(file.body.subarray(0, 5).toString()).toBe('%PDF-');
      expect(file.body.length).toBe(Number(file.headers['content-length']));
    }
    for (const stranger of ['coach', 'observer', 'instructor']) {
      expect((await (await site.current.signIn(stranger)).get(path)).status).toBe(404);
    }
    expect((await get(path)).location).toMatch(/^\/ru\/sign-in\?to=/);
  });
});
