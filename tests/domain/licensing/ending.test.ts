import { expect, test } from 'vitest';
import { peopleEnding } from '~/domain/licensing/data/licences.server';
import { openCast } from '../../support/cast';
import { useWorld } from '../../support/database';
import { fillHolders, planOf, scansOf } from '../../support/many-holders';

const world = useWorld();

test('those for whom something ends on a day are found by indexes', async () => {
  const cast = await openCast(world.current);
  await fillHolders(cast);
  const plan = await planOf(cast, peopleEnding({ on: '2025-01-19', after: null, take: 200 }));
  for (const alias of ['e', 'c']) expect(scansOf(plan, alias).join()).not.toMatch(/^$|Seq Scan/);
});
