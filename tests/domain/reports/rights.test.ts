import { beforeAll, describe, expect, test } from 'vitest';
import { checkReport } from '~/domain/reports/check-report.server';
import { countReport } from '~/domain/reports/count-report.server';
import { getReport } from '~/domain/reports/get-report.server';
import { listReports } from '~/domain/reports/list-reports.server';
import { partFor } from '~/domain/reports/policy';
import type { Actor } from '~/platform/actor';
import { verifyChain } from '~/platform/audit/verify-chain.server';
import { newId } from '~/platform/ids';
import { useWorld } from '../../support/database';
import { randomFacts } from './random-facts';
import { openReportWorld, type ReportWorld } from './report-world';

const world = useWorld();
let house: ReportWorld;
let whole: string;

beforeAll(async () => {
  house = await openReportWorld(world.current);
  const act = randomFacts(house, 3);
  for (let step = 0; step < 90; step += 1) await act('2026-06-01', new Date('2026-06-01T05:00:00Z'));
  whole = await house.order();
});

const read = (actor: Actor | null, reportId: string, place = '') =>
  getReport(house.as(actor), { reportId, place });

test('a place that is not there has no report, one that is there and empty has', async () => {
  const registrar = house.registrar;
  await expect(read(registrar, whole, '/kjf/no-such/')).rejects.toMatchObject({ kind: 'not-found' });
  expect((await read(registrar, whole, '/kjf/east/')).place).toBe('/kjf/east/');
});

describe('who orders', () => {
  test('a registrar within the scope; nobody else, and nowhere else', async () => {
    for (const role of ['observer', 'coordinator', 'admin', 'assessor'] as const) {
      const other = await house.official(role, '/kjf/');
      await expect(house.order({}, other)).rejects.toMatchObject({ code: 'reports.not-a-registrar' });
    }
    const regional = await house.official('registrar', '/kjf/east/');
    const own = await house.order({}, regional);
    expect((await house.totalsOf(own)).path).toBe('/kjf/east/');
    for (const path of ['/', '/kjf/', '/kjf/west/'])
      await expect(house.order({ path }, regional)).rejects.toMatchObject({
        code: 'reports.no-such-place',
        extras: { field: 'path' },
      });
  });

  test('a day that has come, a place and a system that are there', async () => {
    const refused: [Parameters<ReportWorld['order']>[0], string][] = [
      [{ on: '2026-11-24' }, 'reports.day-ahead'],
      [{ path: '/kjf/nowhere/' }, 'reports.no-such-place'],
      [{ framework: 'none' }, 'reports.no-such-framework'],
    ];
    for (const [facts, code] of refused) await expect(house.order(facts)).rejects.toMatchObject({ code });
  });

  test('sent five times at once it is one report; a place and day that is being counted is not ordered twice', async () => {
    const orderKey = newId();
    const ids = await Promise.all(Array.from({ length: 5 }, () => house.order({ orderKey })));
    expect(new Set(ids).size).toBe(1);
    const { db } = house.as(null);
    const made = await db.auditEvent.count({ where: { subjectId: ids[0] ?? '' } });
    expect(made).toBe(2);
    const row = await db.report.findUniqueOrThrow({ where: { id: whole } });
    const { totals: _t, sha256: _s, countedAt: _c, ...facts } = row;
    const open = { ...facts, id: newId(), orderKey: newId(), on: new Date('2026-01-05'), levelsDone: 0 };
    await db.report.create({ data: open });
    expect(await house.order({ on: '2026-01-05' })).toBe(open.id);
    await countReport(house.as(null), { reportId: open.id });
    const counted = await db.report.findUniqueOrThrow({ where: { id: open.id } });
    expect(counted).toMatchObject({ levelsDone: 2, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await house.order({ on: '2026-01-05' })).not.toBe(open.id);
    expect((await verifyChain(db)).finding).toBeNull();
  });
});

describe('who reads what', () => {
  test('a region’s observer gets the region’s part, with the checksum of a report of the region', async () => {
    const observer = await house.official('observer', '/kjf/east/');
    const part = await read(observer, whole);
    expect(part.place).toBe('/kjf/east/');
    const own = await house.order({ path: '/kjf/east/' });
    expect(part.sha256).toBe((await read(house.registrar, own)).sha256);
    expect(part.sha256).not.toBe((await read(house.registrar, whole)).sha256);
    expect((await house.totalsOf(own)).rows.length).toBeGreaterThan(0);
    for (const place of ['/', '/kjf/', '/kjf/west/', '/kjf/eas', '/-/'])
      await expect(read(observer, whole, place)).rejects.toMatchObject({ kind: 'not-found' });
    const { place: below = '' } = (await house.totalsOf(own)).rows.at(-1) ?? {};
    expect((await read(observer, whole, below)).place).toBe(below);
    const check = await checkReport(house.as(observer), { reportId: whole, place: '' });
    expect(check).toMatchObject({ sha256: part.sha256, difference: null, isIntact: true });
  });

  test('others get nothing, and no name of a holder is in what anybody gets', async () => {
    for (const role of ['coordinator', 'admin'] as const) {
      const other = await house.official(role, '/kjf/');
      await expect(read(other, whole)).rejects.toMatchObject({ kind: 'forbidden' });
      await expect(listReports(house.as(other), {})).rejects.toMatchObject({ kind: 'forbidden' });
    }
    await expect(read(null, whole)).rejects.toMatchObject({ kind: 'forbidden' });
    const stranger = await house.official('observer', '/other/region/');
    await expect(read(stranger, newId())).rejects.toMatchObject({ kind: 'not-found' });
    const seen = JSON.stringify([await read(house.registrar, whole), await house.totalsOf(whole)]);
    expect(seen).not.toMatch(/Жасырын|Hidden/);
  });

  test('the list has what somebody may open, a page at a time without gap or double', async () => {
    const { db } = house.as(null);
    const row = await db.report.findUniqueOrThrow({ where: { id: whole } });
    await db.report.createMany({
      data: Array.from({ length: 70 }, (_each, at) => ({
        ...{ ...row, totals: row.totals ?? {} },
        ...{ id: newId(), orderKey: newId(), on: new Date(Date.UTC(2026, 0, 1 + (at % 35))) },
      })),
    });
    const pages = async (actor: Actor) => {
      const ids: string[] = [];
      for (let after: string | null = ''; after !== null; ) {
        const page: Awaited<ReturnType<typeof listReports>> = await listReports(house.as(actor), { after });
        ids.push(...page.rows.map(({ id }) => id));
        after = page.next;
      }
      return ids;
    };
    const all = await pages(house.registrar);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toHaveLength(await db.report.count());
    const west = await pages(await house.official('observer', '/kjf/west/'));
    expect(west).toHaveLength(await db.report.count({ where: { path: '/' } }));
    const day = await listReports(house.as(house.registrar), { on: '2026-01-01', framework: 'test-ladder' });
    expect(day.rows.map(({ on }) => on)).toEqual(['2026-01-01', '2026-01-01']);
    expect((await listReports(house.as(house.registrar), { framework: 'other' })).rows).toEqual([]);
  });
});

test('the part that is opened without a place is the largest in reach', () => {
  expect(partFor(['/'], '/', '')).toBe('/');
  expect(partFor(['/kjf/east/'], '/', '')).toBe('/kjf/east/');
  expect(partFor(['/kjf/east/'], '/kjf/east/dojo/', '')).toBe('/kjf/east/dojo/');
  expect(partFor(['/kjf/east/'], '/kjf/west/', '')).toBeNull();
  expect(partFor(['/kjf/east/'], '/kjf/east/', '/kjf/')).toBeNull();
  expect(partFor([], '/', '')).toBeNull();
});
