import { beforeAll, describe, expect, it } from 'vitest';
import { useSite } from '../../support/site';
import type { WebClient } from '../../support/web-client';

const site = useSite({ demo: true });
let registrar: WebClient;
let ids: { coach: string; award: string };

const UNIONS = '/ru/office/unions';

beforeAll(async () => {
  registrar = await site.current.signIn('registrar');
  const { rows } = await site.current.services.database.pool.query<{ id: string; award: string }>(
    `SELECT q.person_id AS id, q.id AS award FROM qualification q JOIN account a ON a.person_id = q.person_id
     WHERE a.email = 'coach2@demo.test' LIMIT 1`,
  );
  ids = { coach: rows[0]?.id ?? '', award: rows[0]?.award ?? '' };
});

/** Somebody who signs up with the same name, as people do who forgot that they had. */
async function signUpAgain(): Promise<{ client: WebClient; personId: string }> {
  const client = site.current.visitor();
  const done = await client.post('/ru/sign-up', {
    ...{ contact: 'twice@demo.test', password: 'четыре белых лошади', family: 'Двойников', given: 'Ерлан' },
    ...{ lang: 'ru', consent: 'on' },
  });
  expect(done.status).toBe(303);
  const { rows } = await site.current.services.database.pool.query<{ id: string }>(
    `SELECT person_id AS id FROM account WHERE email = 'twice@demo.test'`,
  );
  return { client, personId: rows[0]?.id ?? '' };
}

describe('from a page of the register', () => {
  it('the other record is found, compared, joined and parted, without scripts', async () => {
    const { client, personId } = await signUpAgain();
    const page = await registrar.get(`/ru/office/register/${ids.award}`);
    expect(page.text).toContain(`href="/ru/office/unions/of/${ids.coach}"`);
    const found = await registrar.get(`${UNIONS}/of/${ids.coach}?q=Двойников`);
    const compare = `${UNIONS}/of/${ids.coach}/${personId}`;
    expect(found.text).toContain(`href="${compare}"`);
    const compared = (await registrar.get(compare)).text;
    for (const words of ['Двойников', 'Запись 1: ', 'Запись 2: ']) expect(compared).toContain(words);
    const empty = await registrar.post(compare, { kept: ids.coach, reason: '', document: 'письмо 7' });
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('письмо 7');
    const form = { kept: ids.coach, reason: 'Один человек', document: 'письмо 7' };
    const both = await Promise.all([registrar.post(compare, form), registrar.post(compare, form)]);
    expect(new Set(both.map(({ status, location }) => `${status} ${location}`)).size).toBe(1);
    const at = both[0]?.location ?? '';
    expect(at).toMatch(/^\/ru\/office\/unions\/[0-9a-f-]{36}$/);
    const second = await site.current.signIn('registrar2');
    const waiting = (await second.get(at)).text;
    for (const words of ['Остаётся: ', 'Присоединяется: ', 'Учётная запись присоединяемой'])
      expect(waiting).toContain(words);
    expect((await second.post(at, { intent: 'confirm' })).status).toBe(303);
    const joined = await registrar.get(at);
    expect(joined.text).toContain('Учётная запись присоединённой сохранена');
    expect((await registrar.get(UNIONS)).text).toContain('Двойников');
    expect((await client.get('/ru/account')).status).toBe(302);
    const refused = await client.post('/ru/sign-in', {
      contact: 'twice@demo.test',
      password: 'четыре белых лошади',
    });
    expect(refused.text).toContain('Войдите с другой вашей почтой');
    expect(joined.text).not.toContain('value="part"');
    const step = /<details class="confirm is-danger">.*?<\/details>/su.exec((await second.get(at)).text)?.[0];
    for (const part of ['<summary', 'Всё перенесённое вернётся', 'value="part"', 'name="reason"'])
      expect(step).toContain(part);
    const wordless = await second.post(at, { intent: 'part', reason: ' ' });
    expect(wordless.status).toBe(422);
    expect(wordless.text).toContain('<details class="confirm is-danger" open="">');
    const parted = await second.post(at, { intent: 'part', reason: 'Всё же двое' });
    expect(parted).toMatchObject({ status: 303, location: at });
    expect((await registrar.get(at)).text).toContain('Всё же двое');
  });
});
