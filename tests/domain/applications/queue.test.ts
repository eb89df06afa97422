import { beforeAll, expect, test } from 'vitest';
import { applicationPage } from '~/domain/applications/data/application-list.server';
import { type Cast, openCast } from '../../support/cast';
import { useWorld } from '../../support/database';
import { fillHolders, planOf, scansOf } from '../../support/many-holders';

const world = useWorld();
let cast: Cast;

const scope = { levelIds: [], paths: ['/kjf/'] };

beforeAll(async () => {
  cast = await openCast(world.current);
  await fillHolders(cast);
});

test('the first page of the queue reads open applications only', async () => {
  const filter = { list: 'open', levelIds: null, path: '', q: '', scope } as const;
  for (const kind of ['', 'renewal'] as const) {
    const text = await planOf(cast, applicationPage({ ...filter, kind }, null, 51));
    expect(scansOf(text, 'a')).not.toContain('Seq Scan');
  }
});
