import { beforeAll, expect, test } from 'vitest';
import { licenceCounts, loadLicenceCounts } from '~/domain/licensing/data/licence-counts.server';
import { type Cast, openCast } from '../../support/cast';
import { useWorld } from '../../support/database';
import { fillHolders, planOf, scansOf } from '../../support/many-holders';

const world = useWorld();
let cast: Cast;

beforeAll(async () => {
  cast = await openCast(world.current);
  await fillHolders(cast, 6_000);
});

const choice = async (path: string) => {
  const level = await cast.as(null).db.level.findFirstOrThrow({ where: { slug: 'one' } });
  return {
    levelId: level.id,
    on: '2026-11-23',
    zone: 'Asia/Almaty',
    knownAt: new Date(Date.now() + 1000),
    path,
  };
};

test('a region is found by the index of places, the rest follows by indexes', async () => {
  const plan = await planOf(cast, licenceCounts(await choice('/kjf/r7/')));
  expect(plan).toContain('holder_place_path_person_id_idx');
  for (const table of ['e', 'h', 'p', 'c', 'n', 'f'])
    expect([table, scansOf(plan, table).includes('Seq Scan')]).toEqual([table, false]);
  const rows = await loadLicenceCounts(cast.as(null).db, await choice('/kjf/r7/'));
  expect(rows.map(({ place }) => place)).toEqual(['/kjf/r7/']);
});

test('the whole is one pass: awards and periods are read once, what belongs to each by index', async () => {
  const plan = await planOf(cast, licenceCounts(await choice('/')), { smallTablesToo: true });
  for (const table of ['h', 'c', 'f'])
    expect([table, scansOf(plan, table).includes('Seq Scan')]).toEqual([table, false]);
  const rows = await loadLicenceCounts(cast.as(null).db, await choice('/'));
  expect(rows).toHaveLength(20);
});
