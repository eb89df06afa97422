import { beforeAll, expect, it } from 'vitest';
import { useSite } from '../../support/site';
import type { Answer, WebClient } from '../../support/web-client';

const site = useSite({ demo: true });
let registrar: WebClient;
let second: WebClient;

beforeAll(async () => {
  registrar = await site.current.signIn('registrar');
  second = await site.current.signIn('registrar2');
});

const PAGE = '/ru/office/frameworks/kjf-coach/signatories';

const hidden = ({ text }: Answer, name: string): string =>
  new RegExp(`type="hidden" name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';

const TYPED = {
  ...{ intent: 'appoint', name: 'Демо Вице-президент', latinName: 'Demo Vice President', rank: '2' },
  ...{ 'office.original': 'ru', 'office.ru': 'Вице-президент', 'office.kk': 'Вице-президент' },
  ...{ 'organisation.original': 'ru', 'organisation.ru': 'Федерация', document: 'Приказ № 7' },
};

it('with forms alone somebody is appointed by two registrars, ends by two, and signs between the days', async () => {
  const submissionKey = hidden(await registrar.get(PAGE), 'submissionKey');
  const wrong = await registrar.post(PAGE, {
    ...TYPED,
    submissionKey,
    from: '2026-01-02',
    until: '2026-01-01',
  });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('Приказ № 7');
  expect(hidden(wrong, 'submissionKey')).toBe(submissionKey);
  for (const _ of [1, 2])
    expect(await registrar.post(PAGE, { ...TYPED, submissionKey, from: '2026-01-02' })).toMatchObject({
      status: 303,
      location: PAGE,
    });
  const visitor = site.current.visitor();
  expect((await visitor.get('/ru/qualifications')).text).not.toContain('Демо Вице-президент');
  const signatoryId = hidden(await second.get(PAGE), 'signatoryId');
  const decide = { intent: 'decide', decision: 'confirm', signatoryId };
  expect((await registrar.post(PAGE, { ...decide, seen: '1' })).status).toBe(409);
  for (const _ of [1, 2]) expect((await second.post(PAGE, { ...decide, seen: '1' })).status).toBe(303);
  expect((await visitor.get('/ru/qualifications')).text).toContain('Демо Вице-президент');
  const end = { intent: 'end', signatoryId, seen: '2', on: '2026-02-01', document: 'Приказ № 8' };
  expect((await registrar.post(PAGE, end)).status).toBe(303);
  expect((await second.post(PAGE, { ...decide, seen: '3' })).status).toBe(303);
  expect((await visitor.get('/ru/qualifications')).text).not.toContain('Демо Вице-президент');
  const page = (await second.get(PAGE)).text;
  for (const words of ['Демо Вице-президент', 'Приказ № 7', 'Приказ № 8', 'Завершение'])
    expect(page).toContain(words);
});
