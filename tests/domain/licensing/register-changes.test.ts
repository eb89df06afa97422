import { beforeAll, expect, test } from 'vitest';
import { keepHolders } from '~/domain/licensing/keep-holders.server';
import { searchRegister } from '~/domain/licensing/search-register.server';
import { walkRegister } from '~/domain/licensing/walk-register.server';
import { inTransaction } from '~/platform/context';
import { newId } from '~/platform/ids';
import { addDays, toDb } from '~/platform/local-date';
import { type Cast, openCast } from '../../support/cast';
import { useWorld } from '../../support/database';
import { fillHolders, HOLDERS } from '../../support/many-holders';

const world = useWorld();
let cast: Cast;

beforeAll(async () => {
  cast = await openCast(world.current);
  await fillHolders(cast);
});

const office = () => cast.as(cast.registrar);

test('whoever is renewed already does not end within the days asked for; what is over lacks nothing any more', async () => {
  const { db } = cast.as(null);
  const filter = { state: 'all', path: '/kjf/r9/', within: '60' };
  const before = await searchRegister(office(), filter);
  const first = before.rows[0];
  if (!first) throw new Error('Nobody ends within the days');
  const period = await db.licencePeriod.findUniqueOrThrow({ where: { id: first.periodId } });
  const until = toDb(addDays(first.until, 700));
  const days = { from: toDb(addDays(first.until, 1)), until, windowOpens: until, graceUntil: until };
  const next = { id: newId(), no: 2, ...days };
  await db.licencePeriod.create({ data: { ...period, ...next } });
  const after = await searchRegister(office(), filter);
  expect(after.rows.map(({ periodId }) => periodId)).toEqual(
    before.rows.map(({ periodId }) => periodId).filter((id) => id !== first.periodId),
  );
  const lacking = await searchRegister(office(), {
    state: 'all',
    path: '/kjf/r7/',
    missing: 'safeguarding',
  });
  expect(lacking.rows.length).toBeGreaterThan(0);
  expect(lacking.rows.filter(({ state }) => state === 'lapsed' || state === 'revoked')).toEqual([]);
  await db.licencePeriod.delete({ where: { id: next.id } });
});

test('by name: people of one name, and one who is renamed between two pages of a walk', async () => {
  const { db } = cast.as(null);
  const path = '/kjf/r11/';
  await db.holder.updateMany({
    where: { path, latinName: { endsWith: '1' } },
    data: { displayName: 'Серік Бір' },
  });
  const walk = async (meanwhile: (page: number) => Promise<unknown>) => {
    const { pages } = await walkRegister(office(), { state: 'all', sort: 'name', limit: 5_000 });
    const ids: string[] = [];
    let page = 0;
    for await (const rows of pages) {
      ids.push(...rows.map(({ periodId }) => periodId));
      page += 1;
      await meanwhile(page);
    }
    return ids;
  };
  const whole = await walk(async () => undefined);
  expect(new Set(whole).size).toBe(HOLDERS);
  const last = await db.licencePeriod.findUniqueOrThrow({
    where: { id: whole[499] ?? '' },
    include: { qualification: true },
  });
  const { personId } = last.qualification;
  const rename = (displayName: string) => db.holder.update({ where: { personId }, data: { displayName } });
  const { displayName } = await db.holder.findUniqueOrThrow({ where: { personId } });
  const moved = await walk(async (page) => page === 1 && rename('Яя'));
  expect(new Set(moved)).toEqual(new Set(whole));
  await rename(displayName);
});

test('a place that was read before a move is not written back', async () => {
  const ctx = office();
  const [first] = (await searchRegister(ctx, { state: 'all', q: 'holder 78' })).rows;
  if (!first) throw new Error('There is no such holder');
  const { personId } = first;
  const named = { personId, displayName: 'Көшкен', latinName: 'Moved', foldedNames: 'koshken', mail: null };
  const now = { ...named, organisationId: null, path: '/kjf/r2/' };
  const stale = { ...now, path: '/kjf/r1/' };
  const describeHolders = async () => new Map([[personId, now]]);
  const moved = { ...ctx, ports: { ...ctx.ports, describeHolders } };
  await inTransaction(moved, (tx) => keepHolders(tx, [stale]));
  const { db } = ctx;
  expect((await db.holder.findUniqueOrThrow({ where: { personId } })).path).toBe('/kjf/r2/');
});
