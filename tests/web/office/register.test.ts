import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { useSite } from '../../support/site';
import type { WebClient } from '../../support/web-client';

const site = useSite({ demo: true });
let registrar: WebClient;

beforeAll(async () => {
  registrar = await site.current.signIn('registrar');
});

const REGISTER = '/ru/office/register';
const FILTERS = `${REGISTER}/filters`;
const EXPIRING = 'state=all&within=180';

/** Addresses of the page's links, as browsers read them. */
const linksOf = (html: string): string[] =>
  [...html.matchAll(/href="([^"]*)"/g)].map(([, to = '']) => to.replaceAll('&amp;', '&'));

const namesOf = (html: string): string[] =>
  [...html.matchAll(/<th scope="row">.*?<a [^>]*>([^<]*)<\/a>/gs)].map(([, name = '']) => name);

async function idOf(name: string): Promise<string> {
  const { rows } = await site.current.services.database.pool.query<{ id: string }>(
    'SELECT id FROM saved_filter WHERE name = $1',
    [name],
  );
  return rows[0]?.id ?? '';
}

describe('saved filters', () => {
  it('are named on the list, stand above it as links, are renamed and deleted', async () => {
    const saved = await registrar.post(`${REGISTER}?${EXPIRING}`, {
      intent: 'save-filter',
      name: 'Скоро',
      query: EXPIRING,
    });
    expect(saved).toMatchObject({ status: 303, location: `${REGISTER}?${EXPIRING}` });
    const page = await registrar.get(saved.location);
    expect(linksOf(page.text)).toContain(`${REGISTER}?${EXPIRING}`);
    expect(page.text).toContain('Отбор сохранён');
    const filterId = await idOf('Скоро');
    const renamed = await registrar.post(FILTERS, { intent: 'rename-filter', filterId, name: 'Полгода' });
    expect(renamed).toMatchObject({ status: 303, location: FILTERS });
    expect((await registrar.get(FILTERS)).text).toContain('Полгода');
    const gone = await registrar.post(FILTERS, { intent: 'delete-filter', filterId });
    expect(gone.status).toBe(303);
    expect((await registrar.get(FILTERS)).text).toContain('Отборов пока нет');
  });

  it('sent twice is one; a taken or an empty name comes back with what was typed', async () => {
    const sent = { intent: 'save-filter', name: 'Дважды', query: 'within=30' };
    const both = await Promise.all([registrar.post(REGISTER, sent), registrar.post(REGISTER, sent)]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    const taken = await registrar.post(REGISTER, { ...sent, query: 'within=60' });
    expect(taken.status).toBe(409);
    expect(taken.text).toContain('value="Дважды"');
    expect(taken.text).toContain('Такое название у другого вашего отбора');
    expect((await registrar.post(REGISTER, { ...sent, name: ' ' })).status).toBe(422);
  });
});

describe('the file of the list', () => {
  it('has the rows that the page shows, and its links lead there', async () => {
    const page = await registrar.get(`${REGISTER}?${EXPIRING}`);
    const shown = namesOf(page.text);
    expect(shown.length).toBeGreaterThan(0);
    for (const format of ['xlsx', 'csv'])
      expect(linksOf(page.text)).toContain(`${REGISTER}/export?${EXPIRING}&format=${format}`);
    const csv = await registrar.get(`${REGISTER}/export?${EXPIRING}&format=csv`);
    expect(csv.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'cache-control': 'private, no-store',
    });
    expect(csv.headers['content-disposition']).toMatch(/^attachment; filename="register_[\w-]+\.csv"$/);
    const [, ...rows] = parse(csv.body, { bom: true });
    expect(rows.slice(0, 50).map(([name]) => name)).toEqual(shown);
    const xlsx = await registrar.get(`/ja/office/register/export?${EXPIRING}`);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(xlsx.body as unknown as ArrayBuffer);
    expect(book.worksheets[0]?.name).toBe('登録簿');
    expect(book.worksheets[0]?.rowCount).toBe(rows.length + 1);
  });

  it('is nobody’s but a registrar’s, and not to be had without end', async () => {
    const coach = await site.current.signIn('coach');
    expect((await coach.get(`${REGISTER}/export`)).status).toBe(403);
    expect((await site.current.visitor().get(`${REGISTER}/export`)).location).toContain('/ru/sign-in');
    const other = await site.current.signIn('registrar2');
    const statuses: number[] = [];
    for (let at = 0; at < 31; at += 1)
      statuses.push((await other.get(`${REGISTER}/export?q=nobody&format=csv`)).status);
    expect(statuses.slice(0, 30).every((status) => status === 200)).toBe(true);
    expect(statuses.at(-1)).toBe(429);
    const refused = await other.get(`${REGISTER}/export`);
    expect(refused.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.text).toMatch(/^[А-Я][^{}]+$/);
  });
});

it('every condition of the form is kept in the page it leads to', async () => {
  const asked =
    'framework=kjf-coach&path=%2Fkjf%2F&missing=any&from=2020-01-01&to=2040-01-01&sort=name&q=%D0%B0&within=45';
  const { text, status } = await registrar.get(`${REGISTER}?${asked}`);
  expect(status).toBe(200);
  for (const value of ['/kjf/', 'any', 'name', '45'])
    expect(text).toMatch(new RegExp(`<option value="${value}" selected=""`));
  for (const day of ['2020-01-01', '2040-01-01']) expect(text).toContain(`value="${day}"`);
});
