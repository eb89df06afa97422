import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '~/platform/ids';
import { useSite } from '../../support/site';
import type { WebClient } from '../../support/web-client';

const site = useSite({ demo: true });
let registrar: WebClient;
let observer: WebClient;

beforeAll(async () => {
  registrar = await site.current.signIn('registrar');
  observer = await site.current.signIn('observer');
});

const REPORTS = '/kk/office/reports';

const valuesOf = async (sql: string): Promise<string[]> => {
  const { rows } = await site.current.services.database.pool.query<{ value: string }>(sql);
  return rows.map(({ value }) => value);
};

const today = () => site.current.clock.today('Asia/Almaty');

const order = (facts: Record<string, string> = {}) =>
  registrar.post(REPORTS, {
    ...{ intent: 'order', framework: 'kjf', path: '/', on: today(), orderKey: newId() },
    ...facts,
  });

describe('a registrar', () => {
  it('orders a report, reads it in Kazakh and Russian, takes it away and has it checked', async () => {
    const made = await order();
    expect(made.status).toBe(303);
    const page = await registrar.get(made.location);
    expect(page.text).toMatch(/[0-9a-f]{64}/);
    expect(page.text).toContain('Орындар бойынша');
    const russian = await registrar.get(made.location.replace('/kk/', '/ru/'));
    expect(russian.text).toContain('По местам и ступеням');
    const sum = /[0-9a-f]{64}/.exec(page.text)?.[0];
    expect(russian.text).toContain(sum);
    const pdf = await registrar.get(`${made.location}/file`);
    expect(pdf.headers).toMatchObject({
      'content-type': 'application/pdf',
      'cache-control': 'private, no-store',
    });
    expect(pdf.headers['content-disposition']).toContain(`report_kjf_${today()}_all_${sum?.slice(0, 8)}.pdf`);
    expect(pdf.body.subarray(0, 5).toString()).toBe('%PDF-');
    const checked = await registrar.post(made.location, { intent: 'check', place: '' });
    expect(checked).toMatchObject({ status: 303, location: made.location });
    expect((await registrar.get(checked.location)).text).toContain('соңғы санына дейін');
  });

  it('sends an order twice and has one report; a wrong one comes back with what was typed', async () => {
    const orderKey = newId();
    const both = await Promise.all([order({ orderKey }), order({ orderKey })]);
    expect(both[0]?.location).toBe(both[1]?.location);
    const wrong = await order({ on: '2199-01-01' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('value="2199-01-01"');
    expect(wrong.text).toContain('Бұл күн әлі келген жоқ');
    expect((await order({ path: '/kjf/nowhere/' })).status).toBe(422);
  });
});

describe('an observer', () => {
  it('is led to the reports, orders none, and finds no name of a holder in page, workbook or list', async () => {
    const desk = await observer.get('/ru/learn');
    expect(desk.text).toContain('href="/ru/office/reports"');
    const list = await observer.get('/ru/office/reports');
    expect(list.text).not.toContain('name="orderKey"');
    const [id] = await valuesOf(`SELECT id AS value FROM report WHERE path = '/' ORDER BY id LIMIT 1`);
    const page = await observer.get(`/ru/office/reports/${id}`);
    expect(page.status).toBe(200);
    const file = await observer.get(`/ru/office/reports/${id}/file?format=xlsx`);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(file.body as unknown as ArrayBuffer);
    const words = book.worksheets.flatMap((sheet) => sheet.getSheetValues()).join(' ');
    const names = await valuesOf('SELECT DISTINCT display_name AS value FROM holder');
    const latin = await valuesOf('SELECT DISTINCT latin_name AS value FROM holder');
    expect(names.length).toBeGreaterThan(10);
    for (const name of [...names, ...latin])
      for (const text of [list.text, page.text.replace(/<header[\s\S]*?<\/header>/, ''), words])
        expect(text.includes(name)).toBe(false);
    const refused = await observer.post('/ru/office/reports', {
      intent: 'order',
      framework: 'kjf',
      on: today(),
      orderKey: newId(),
    });
    expect(refused.status).toBe(403);
  });

  it('goes down to a place, and nowhere that is none', async () => {
    const [id] = await valuesOf(`SELECT id AS value FROM report WHERE path = '/' ORDER BY "on" DESC LIMIT 1`);
    const page = await observer.get(`/ru/office/reports/${id}`);
    const below = /href="(\/ru\/office\/reports\/[^"?]*\?place=[^"]*)"/.exec(page.text)?.[1] ?? '';
    expect(below).not.toBe('');
    expect((await observer.get(below)).status).toBe(200);
    for (const place of ['../..', '%00', '/x', '/-/'])
      expect((await observer.get(`/ru/office/reports/${id}?place=${place}`)).status).not.toBe(500);
  });
});
