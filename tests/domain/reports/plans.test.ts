import { beforeAll, expect, test } from 'vitest';
import { reportPage } from '~/domain/reports/data/reports.server';
import { type Cast, openCast } from '../../support/cast';
import { useWorld } from '../../support/database';
import { planOf } from '../../support/many-holders';

const world = useWorld();
let cast: Cast;

beforeAll(async () => {
  cast = await openCast(world.current);
});

test('the list of reports walks along the days', async () => {
  const { db } = cast.as(null);
  const { id: frameworkId } = await db.framework.findFirstOrThrow();
  await db.$executeRawUnsafe(`INSERT INTO report (id, framework_id, path, "on", known_at, ordered_by, order_key, levels_all, totals, sha256, counted_at)
    SELECT md5('r' || n)::uuid, '${frameworkId}', '/', date '2020-01-01' + n, now(), '${cast.registrar.accountId}', md5('k' || n)::uuid, 2,
      '{}', 'x', now() FROM generate_series(1, 3000) n`);
  await db.$executeRawUnsafe('ANALYZE report');
  const filter = { readable: [{ frameworkId, reach: ['/kjf/east/'] }], on: null };
  const after = { on: '2026-01-01', id: '0199c000-0000-7000-8000-00000000ffff' };
  for (const cursor of [null, after])
    expect(await planOf(cast, reportPage(filter, cursor, 31), { smallTablesToo: true })).toContain(
      'report_on_id_idx',
    );
});
