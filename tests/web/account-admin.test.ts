import { expect, test } from 'vitest';
import { LANGS } from '~/i18n/locales';
import { seedPeople } from '../../prisma/seed/people';
import { PASSWORD } from '../support/people';
import { useSite } from '../support/site';

const site = useSite();
let seeded: Awaited<ReturnType<typeof seedPeople>> | null = null;

async function setting() {
  seeded ??= await seedPeople(site.current.ctx());
  return { people: seeded, admin: await site.current.signIn('admin') };
}

test('each admin page speaks four languages and has no untranslated word', async () => {
  const { admin, people } = await setting();
  const coach = people.accounts['coach@demo.test']?.accountId ?? '';
  for (const lang of LANGS) {
    for (const path of [
      'people',
      'people?q=Demo',
      'people?q=zzz',
      `people/${coach}`,
      'jobs',
      'audit',
      'audit?subject=x:1',
      'outbox',
    ]) {
      const page = await admin.get(`/${lang}/admin/${path}`);
      expect([lang, path, page.status]).toEqual([lang, path, 200]);
      expect(page.text).not.toMatch(/(access|people|shell|admin):[a-z]/);
      expect(page.text).not.toContain('style=');
    }
  }
});

test('an admin answers a request for all data of somebody, and it is in the log; others may not', async () => {
  const { admin, people } = await setting();
  const accountId = people.accounts['coach@demo.test']?.accountId ?? '';
  const path = `/ru/admin/people/${accountId}/data`;
  const coach = await site.current.signIn('coach');
  const own = JSON.parse((await coach.get('/ru/account/export')).text);
  const given = await admin.get(path);
  expect(given.headers['content-disposition']).toContain(accountId);
  const all = JSON.parse(given.text);
  expect(Object.keys(all).sort()).toEqual(Object.keys(own).sort());
  expect(all.names).toEqual(own.names);
  expect(all.access.sessions.map(({ id }: { id: string }) => id)).toEqual(
    own.access.sessions.map(({ id }: { id: string }) => id),
  );
  const { db } = site.current.ctx();
  const told = { act: 'people.data-exported', subjectId: accountId };
  expect(await db.auditEvent.count({ where: told })).toBe(1);
  expect((await coach.get(path)).status).toBe(403);
  const nobody = path.replace(accountId, '0198c000-0000-7000-8000-000000000000');
  expect((await admin.get(nobody)).status).toBe(404);
});

test('a role is granted and withdrawn by forms; the holder sees both at once', async () => {
  const { admin, people } = await setting();
  const coach = await site.current.signIn('coach');
  const path = `/ru/admin/people/${people.accounts['coach@demo.test']?.accountId}`;
  const office = async () => (await coach.get('/ru/admin/people')).status;
  expect(await office()).toBe(403);
  const grant = {
    intent: 'grant',
    role: 'admin',
    organisationId: people.organisations.karaganda?.id ?? '',
    level: '',
    lang: '',
  };
  expect((await admin.post(path, { ...grant, role: 'assessor' })).status).toBe(422);
  expect((await admin.post(path, grant)).status).toBe(303);
  expect(await office()).toBe(200);
  const { db } = site.current.ctx();
  const held = await db.roleGrant.findFirst({
    where: { accountId: people.accounts['coach@demo.test']?.accountId ?? '', withdrawnAt: null },
  });
  expect((await coach.post(path, { intent: 'withdraw', grantId: held?.id ?? '' })).status).toBe(303);
  expect(await office()).toBe(403);
});

test('a printed code is shown once and sets a password', async () => {
  const { admin } = await setting();
  const visitor = site.current.visitor();
  const name = { family: 'Досова', given: 'Айгүл', password: PASSWORD, lang: 'ru', consent: 'on' };
  await visitor.post('/ru/sign-up', { ...name, contact: '+77015551122' });
  const account = await site.current.ctx().db.account.findUnique({ where: { phone: '+77015551122' } });
  const path = `/ru/admin/people/${account?.id}`;
  const answer = await admin.post(path, { intent: 'reset-code' });
  expect([answer.status, answer.location]).toEqual([303, path]);
  const code = /class="big num">([^<]+)</.exec((await admin.get(path)).text)?.[1] ?? '';
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  const { location } = await visitor.post('/ru/reset-password', {
    intent: 'code',
    resetCode: code.toLowerCase(),
  });
  const fresh = 'новый пароль на год';
  expect((await visitor.post(location, { password: fresh, passwordAgain: fresh })).status).toBe(303);
  expect((await visitor.post('/ru/sign-in', { contact: '8 701 555 11 22', password: fresh })).status).toBe(
    303,
  );
});

test('a damaged address is nobody, and nobody but admins gets that far', async () => {
  const { admin } = await setting();
  const registrar = await site.current.signIn('registrar');
  for (const id of ['x', '0', 'admin', '00000000-0000-0000-0000-000000000000']) {
    expect((await admin.get(`/ru/admin/people/${id}`)).status).toBe(404);
    expect((await registrar.get(`/ru/admin/people/${id}`)).status).toBe(403);
    expect((await registrar.post(`/ru/admin/people/${id}`, { intent: 'reset-code' })).status).toBe(403);
  }
  for (const path of ['jobs?before=x', 'audit?before=-1&subject=%27', 'outbox?after=1', 'people?after=zz']) {
    expect((await admin.get(`/ru/admin/${path}`)).status).toBe(200);
  }
  expect(site.current.logged.filter(({ level }) => level >= 50)).toEqual([]);
});
