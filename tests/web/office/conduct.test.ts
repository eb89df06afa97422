import { beforeAll, expect, it } from 'vitest';
import { useSite } from '../../support/site';
import type { Answer, WebClient } from '../../support/web-client';

const site = useSite({ demo: true });
let registrar: WebClient;
let second: WebClient;
let coach: WebClient;

beforeAll(async () => {
  registrar = await site.current.signIn('registrar');
  second = await site.current.signIn('registrar2');
  coach = await site.current.signIn('coach');
});

const OFFICE = '/ru/office/code';
const MINE = '/ru/me/code';

const hidden = ({ text }: Answer, name: string): string =>
  new RegExp(`type="hidden" name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';

const awardOf = async (email: string): Promise<string> => {
  const { rows } = await site.current.services.database.pool.query<{ id: string }>(
    `SELECT q.id FROM qualification q JOIN account a ON a.person_id = q.person_id WHERE a.email = $1 LIMIT 1`,
    [email],
  );
  return `/ru/office/register/${rows[0]?.id}`;
};

it('a coach reads the version in force and accepts it once, with forms alone', async () => {
  const page = await coach.get(MINE);
  expect(page.text).toContain('Прочитал(а) и принимаю версию 1');
  const versionId = hidden(page, 'versionId');
  for (const _ of [1, 2])
    expect(await coach.post(MINE, { versionId })).toMatchObject({ status: 303, location: MINE });
  const read = (await coach.get(MINE)).text;
  expect(read).toContain('Вы приняли версию 1');
  expect(read).not.toContain('Прочитал(а)');
  const other = '0199c000-0000-7000-8000-000000000001';
  expect((await coach.post(MINE, { versionId: other })).status).toBe(404);
  expect((await coach.post(MINE, { versionId: 'x' })).status).toBe(422);
  const data = JSON.parse((await coach.get('/ru/account/export')).text);
  expect(JSON.stringify(data)).toContain('"number":1,"lang":"ru"');
});

it('the office sees on the page of an award which version was accepted', async () => {
  expect((await registrar.get(await awardOf('coach2@demo.test'))).text).toMatch(/версия 1, принята/);
});

it('a new version takes two registrars, and every coach accepts it anew', async () => {
  const visitor = site.current.visitor();
  const before = await visitor.get('/ru/code');
  expect(before.text).toContain('Версия 1');
  expect(before.text).not.toContain('/ru/code?version=1');
  const form = await registrar.get(OFFICE);
  const typed = {
    ...{ intent: 'propose', framework: 'kjf', submissionKey: hidden(form, 'submissionKey'), original: 'ru' },
    ...{ 'text.ru': '1. Новое правило', 'text.kk': '1. Жаңа ереже', machine: 'kk' },
    ...{ reason: 'Новый закон', document: 'Протокол № 9' },
  };
  const today = site.current.services.clock.today('Asia/Almaty');
  const wrong = await registrar.post(OFFICE, { ...typed, inForceFrom: '2020-01-01' });
  expect(wrong.status).toBe(422);
  for (const kept of ['1. Новое правило', '1. Жаңа ереже', 'Протокол № 9'])
    expect(wrong.text).toContain(kept);
  expect(hidden(wrong, 'submissionKey')).toBe(typed.submissionKey);
  for (const _ of [1, 2])
    expect((await registrar.post(OFFICE, { ...typed, inForceFrom: today })).status).toBe(303);
  const versionId = hidden(await second.get(OFFICE), 'versionId');
  const decide = { intent: 'decide', versionId, decision: 'confirm' };
  expect((await registrar.post(OFFICE, decide)).status).toBe(409);
  for (const _ of [1, 2]) expect((await second.post(OFFICE, decide)).status).toBe(303);
  const after = (await visitor.get('/ru/code')).text;
  for (const words of ['Версия 2', 'Новое правило', '/ru/code?version=1']) expect(after).toContain(words);
  const old = await visitor.get('/ru/code?version=1');
  expect(old.text).toContain('Сегодня действует версия 2');
  expect((await visitor.get('/kk/code')).text).toContain('Жаңа ереже');
  for (const odd of ['3', '0', 'x', '1e3'])
    expect((await visitor.get(`/ru/code?version=${odd}`)).status).toBe(404);
  const mine = (await coach.get(MINE)).text;
  for (const words of ['действует новая версия', 'принимаю версию 2', 'Принято раньше'])
    expect(mine).toContain(words);
  expect((await registrar.get(await awardOf('coach2@demo.test'))).text).toContain(
    'действующая версия 2 не принята',
  );
  for (const words of ['Протокол № 9', 'Новый закон', 'Приняли: 0 из'])
    expect((await registrar.get(OFFICE)).text).toContain(words);
});
