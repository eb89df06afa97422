import { beforeAll, expect, test } from 'vitest';
import { checkReport } from '~/domain/reports/check-report.server';
import { newId } from '~/platform/ids';
import { addDays } from '~/platform/local-date';
import { type Cast, openCast } from '../../support/cast';
import { useWorld } from '../../support/database';
import { countByHand } from '../licensing/count-by-hand';
import { randomFacts, randomness } from './random-facts';
import { orderCounted } from './report-world';

const world = useWorld();
let cast: Cast;

type Made = { id: string; on: string; knownAt: Date; path: string; sha256: string | null };
const made: Made[] = [];

const row = (id: string) => cast.as(null).db.report.findUniqueOrThrow({ where: { id } });

async function order(path: string, on: string): Promise<void> {
  const office = cast.as(cast.registrar);
  const asked = { framework: 'test-ladder', path, on, orderKey: newId() };
  const reportId = await orderCounted(office, asked);
  const { sha256, knownAt } = await row(reportId);
  made.push({ id: reportId, on, knownAt, path, sha256 });
}

beforeAll(async () => {
  world.current.clock.set('2024-03-01T09:00:00Z');
  cast = await openCast(world.current);
  const { db } = cast.as(null);
  const kjf = await db.organisation.findFirstOrThrow();
  const name = { original: 'en', en: { text: 'East', origin: 'author' } };
  const place = { kind: 'region', name, parentId: kjf.id };
  await db.organisation.create({ data: { id: newId(), slug: 'east', path: '/kjf/east/', ...place } });
  const act = randomFacts(cast, 20261128);
  const below = randomness(7);
  for (let step = 0, day = '2024-03-01'; step < 540; step += 1) {
    if (step % 3 === 0) day = addDays(day, 1 + below(6));
    // Late evenings of Kazakhstan are still the day before in UTC, and the other way round.
    world.current.clock.set(`${day}T${String((step % 3) * 8 + below(8)).padStart(2, '0')}:00:00Z`);
    await act(day, world.current.clock.now());
    if (step > 60 && step % 30 === 0) {
      await order(['/', '/kjf/east/'][step % 60 === 0 ? 0 : 1] ?? '/', day);
      await order('/', addDays(day, -below(300)));
    }
  }
});

test('every report has the totals that the rules give person by person', async () => {
  const seen = {
    active: 0,
    renewable: 0,
    suspended: 0,
    grace: 0,
    lapsed: 0,
    surrendered: 0,
    revoked: 0,
    renewals: 0,
    ending60: 0,
  };
  for (const { id, on, knownAt, path } of made) {
    const { totals } = await row(id);
    const rows = await countByHand(cast.as(null), { on, knownAt, path });
    expect((totals as { rows: unknown }).rows).toEqual(rows);
    for (const each of rows)
      for (const name of Object.keys(seen) as (keyof typeof seen)[]) seen[name] += each[name];
  }
  expect(made.length).toBeGreaterThan(20);
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(2);
});

test('made again after all later acts, each is equal to its checksum', async () => {
  expect(new Set(made.map(({ sha256 }) => sha256)).size).toBeGreaterThan(20);
  for (const { id, sha256 } of made) {
    const check = await checkReport(cast.as(cast.registrar), { reportId: id, place: '' });
    expect(check).toMatchObject({ sha256, difference: null, isIntact: true });
  }
});

test('facts on which a past day depends were recorded later: the same day known later is another report', async () => {
  const early = made.filter(({ path }) => path === '/').slice(0, 6);
  const late = await Promise.all(
    early.map(({ on, path }) => countByHand(cast.as(null), { on, knownAt: new Date('2030-01-01'), path })),
  );
  const rows = await Promise.all(
    early.map(async ({ id }) => ((await row(id)).totals as { rows: unknown }).rows),
  );
  expect(late.some((each, at) => JSON.stringify(each) !== JSON.stringify(rows[at]))).toBe(true);
});
