import { expect, test } from 'vitest';
import { LANGS } from '~/i18n/locales';
import { appCode, codeFromMail, PASSWORD } from '../support/people';
import { useSite } from '../support/site';
import type { Fields, WebClient } from '../support/web-client';

const site = useSite();

const form = (contact: string, more: Fields = {}): Fields => ({
  contact,
  family: 'Досова',
  given: 'Айгүл',
  password: PASSWORD,
  lang: 'kk',
  consent: 'on',
  ...more,
});

async function member(contact: string): Promise<WebClient> {
  const client = site.current.visitor();
  const answer = await client.post('/kk/sign-up', form(contact));
  if (answer.status !== 303) throw new Error(`${contact} could not sign up: ${answer.status}`);
  return client;
}

test('a coach signs up, confirms the address and leaves, by forms alone', async () => {
  const client = site.current.visitor();
  const done = await client.post('/kk/sign-up?to=%2Fkk%2Fcourses', form('journey@example.kz'));
  expect([done.status, done.location]).toEqual([303, '/kk/courses']);
  const account = await client.get('/kk/account');
  expect(account.status).toBe(200);
  expect(account.text).toContain('Досова Айгүл');
  const code = await codeFromMail(site.current.ctx(), 'journey@example.kz');
  expect((await client.get(`/kk/confirm-email/${code}`)).status).toBe(200);
  const { db } = site.current.ctx();
  expect(
    await db.account.count({ where: { email: 'journey@example.kz', emailConfirmedAt: { not: null } } }),
  ).toBe(0);
  for (const _twice of [1, 2]) expect((await client.post(`/kk/confirm-email/${code}`)).status).toBe(303);
  expect(
    await db.account.count({ where: { email: 'journey@example.kz', emailConfirmedAt: { not: null } } }),
  ).toBe(1);
  expect((await client.post('/kk/sign-out')).location).toBe('/kk');
  expect((await client.get('/kk/account')).location).toBe('/kk/sign-in?to=%2Fkk%2Faccount');
});

test('what is wrong stands at its field, and what was typed is kept', async () => {
  const client = site.current.visitor();
  const short = await client.post('/ru/sign-up', form('kept@example.kz', { password: 'short', consent: [] }));
  expect(short.status).toBe(422);
  expect(short.text).toContain('kept@example.kz');
  expect(short.text).not.toContain('value="short"');
  expect(short.text).toContain('href="#f-password"');
  expect(short.text).toContain('href="#f-consent"');
  await member('taken@example.kz');
  const taken = await client.post('/en/sign-up', form('TAKEN@example.kz', { lang: 'en' }));
  expect([taken.status, taken.text.includes('registered already')]).toEqual([409, true]);
});

test.each(LANGS)('every account page speaks %s', async (lang) => {
  const visitor = site.current.visitor();
  for (const path of ['sign-in', 'sign-up', 'reset-password', 'sign-out']) {
    const page = await visitor.get(`/${lang}/${path}`);
    expect([path, page.status]).toEqual([path, 200]);
    expect(page.text).not.toMatch(/(access|people|shell|admin):[a-z]/);
    expect(page.text).not.toContain('style=');
  }
  const client = await member(`speaks-${lang}@example.kz`);
  for (const path of ['account', 'account/second-factor']) {
    const page = await client.get(`/${lang}/${path}`);
    expect([path, page.status]).toEqual([path, 200]);
    expect(page.text).not.toMatch(/(access|people|shell):[a-z]/);
  }
});

test('ten failures close an account’s door for a while, and no other’s', async () => {
  await member('limited@example.kz');
  await member('neighbour@example.kz');
  const client = site.current.visitor();
  const attempt = (contact: string, password: string) => client.post('/ru/sign-in', { contact, password });
  for (let index = 0; index < 10; index += 1)
    expect((await attempt('limited@example.kz', 'wrong')).status).toBe(422);
  const closed = await attempt('Limited@example.kz', PASSWORD);
  expect(closed.status).toBe(429);
  expect(Number(closed.headers['retry-after'])).toBeGreaterThan(0);
  expect((await attempt('neighbour@example.kz', PASSWORD)).status).toBe(303);
});

test('signing in leads back, but never to another site', async () => {
  await member('back@example.kz');
  for (const [to, location] of [
    ['/ru/courses?q=uchi', '/ru/courses?q=uchi'],
    ['//evil.example', '/ru/learn'],
    ['https://evil.example/ru', '/ru/learn'],
    ['/ru//evil.example', '/ru/learn'],
  ] as const) {
    const answer = await site.current
      .visitor()
      .post(`/ru/sign-in?to=${encodeURIComponent(to)}`, { contact: 'back@example.kz', password: PASSWORD });
    expect([to, answer.location]).toEqual([to, location]);
  }
});

test('the second factor is set up and then asked for', async () => {
  const client = await member('factor@example.kz');
  expect((await client.post('/en/account', { intent: 'set-up-factor' })).location).toBe(
    '/en/account/second-factor',
  );
  const page = await client.get('/en/account/second-factor');
  const secret = /secret=([A-Z2-7]+)/.exec(page.text)?.[1] ?? '';
  const code = () => appCode(secret, site.current.clock.now());
  expect((await client.post('/en/account/second-factor', { intent: 'confirm', code: '000000' })).status).toBe(
    422,
  );
  expect((await client.post('/en/account/second-factor', { intent: 'confirm', code: code() })).status).toBe(
    303,
  );
  site.current.clock.set(new Date(site.current.clock.now().getTime() + 30_000));
  const other = site.current.visitor();
  const half = await other.post('/en/sign-in', { contact: 'factor@example.kz', password: PASSWORD });
  expect(half.location).toBe('/en/sign-in/code');
  expect((await other.get('/en/account')).location).toContain('/en/sign-in');
  expect((await other.post('/en/sign-in/code', { code: code() })).location).toBe('/en/learn');
  expect((await other.get('/en/account')).status).toBe(200);
});

test('a forgotten password is set by the link of a mail', async () => {
  await member('forgot@example.kz');
  const client = site.current.visitor();
  for (const contact of ['forgot@example.kz', 'nobody@example.kz']) {
    const answer = await client.post('/ru/reset-password', { intent: 'mail', contact });
    expect([answer.status, answer.location]).toEqual([303, '/ru/reset-password']);
  }
  const path = `/ru/reset-password/${await codeFromMail(site.current.ctx(), 'forgot@example.kz')}`;
  const differ = await client.post(path, { password: 'новый пароль на год', passwordAgain: 'другой пароль' });
  expect(differ.status).toBe(422);
  const both = { password: 'новый пароль на год', passwordAgain: 'новый пароль на год' };
  expect((await client.post(path, both)).location).toBe('/ru/sign-in');
  expect((await client.post(path, both)).status).toBe(410);
  expect((await client.get(path)).status).toBe(404);
  expect(
    (await client.post('/ru/sign-in', { contact: 'forgot@example.kz', password: both.password })).status,
  ).toBe(303);
});

test('a first address is added by a form, and works once its link was used', async () => {
  const client = await member('+77023330001');
  const send = (email: string, currentPassword: string) =>
    client.post('/en/account', { intent: 'email', email, currentPassword });
  await member('address-taken@example.kz');
  for (const [email, password, status, words] of [
    ['no address', PASSWORD, 422, 'href="#f-email-email"'],
    ['added@example.kz', 'wrong', 422, 'href="#f-email-currentPassword"'],
    ['Address-taken@example.kz', PASSWORD, 409, 'belongs to another account'],
  ] as const) {
    const refused = await send(email, password);
    expect([email, refused.status, refused.text.includes(words)]).toEqual([email, status, true]);
    expect(refused.text).toContain(`value="${email}"`);
  }
  for (const _twice of [1, 2])
    expect((await send('added@example.kz', PASSWORD)).location).toBe('/en/account');
  expect((await client.get('/en/account')).text).toContain('A link went to added@example.kz');
  const code = await codeFromMail(site.current.ctx(), 'added@example.kz');
  expect((await client.post(`/en/confirm-email/${code}`)).status).toBe(303);
  const page = (await client.get('/en/account')).text;
  expect([page.includes('A link went'), page.includes('added@example.kz')]).toEqual([false, true]);
});

test('own data leave as a file, names change, other sessions end', async () => {
  const client = await member('own@example.kz');
  const second = site.current.visitor();
  await second.post('/ru/sign-in', { contact: 'own@example.kz', password: PASSWORD });
  const name = {
    intent: 'name',
    script: 'latin',
    kind: 'passport',
    family: 'Dossova',
    given: 'Aigul',
    patronymic: '',
  };
  expect((await client.post('/ru/account', name)).status).toBe(303);
  expect((await client.post('/ru/account', { ...name, family: 'Досова' })).status).toBe(422);
  expect((await client.post('/ru/account', { intent: 'end-others' })).status).toBe(303);
  expect((await second.get('/ru/account')).location).toContain('/ru/sign-in');
  const file = await client.get('/ru/account/export');
  expect(file.headers['content-disposition']).toContain('attachment; filename="shihan-2026-11-23.json"');
  expect(JSON.parse(file.text)).toMatchObject({
    account: { email: 'own@example.kz' },
    names: [{}, { family: 'Dossova' }],
  });
  const moved = await client.post('/ru/account', { intent: 'language', lang: 'ja' });
  expect([moved.location, client.cookies.get('lang')]).toEqual(['/ja/account', 'ja']);
});

test('nothing of ours failed on the way', () => {
  expect(site.current.logged.filter(({ level }) => level >= 50)).toEqual([]);
});
