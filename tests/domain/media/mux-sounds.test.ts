import { expect, it } from 'vitest';
import { settleAssets } from '~/domain/media/settle-assets.server';
import { newId } from '~/platform/ids';
import { useMuxWorld } from './mux-world';

const world = useMuxWorld();

it('a sound that was changed while Mux was faster is packaged next', async () => {
  const { recording, drain, makeAll, row, ctx, services } = world.current;
  const { assetId } = await recording();
  await drain();
  await makeAll(assetId);
  const sound = { id: newId(), lang: 'en' as const, label: 'English', offsetMs: 0, fileKey: 'masters/none' };
  const own = ctx();
  const ports = { ...own.ports, addedSounds: async () => [sound] };
  await settleAssets({ ...own, ports }, { assetId });
  expect(await row(assetId)).toMatchObject({ provider: 'mux', packagingVersion: 2 });
  const { rows } = await services.database.pool.query(
    "SELECT data FROM pgboss.job WHERE name = 'media.package' AND state = 'created' AND singleton_key = $1",
    [`${assetId}.3`],
  );
  expect(rows).toEqual([{ data: { assetId, version: 3 } }]);
});

it('a silent master takes its interpreter along, and no language of his', async () => {
  const { recording, drain, finish, settle, there, services, fake } = world.current;
  const { assetId } = await recording();
  const change = (sql: string) => services.database.pool.query(sql, [assetId]);
  await change('DELETE FROM media_audio_track WHERE asset_id = $1 AND position = 0');
  await change("UPDATE media_audio_track SET position = 0, origin = 'added' WHERE asset_id = $1");
  fake.requests.length = 0;
  await drain();
  const order = fake.requests.find(({ method, path }) => method === 'POST' && path.endsWith('/assets'));
  expect(JSON.parse(order?.body ?? '{}').inputs).toEqual([{ url: expect.any(String) }]);
  await finish(assetId);
  await settle(assetId);
  const [made] = await there(assetId);
  expect(made?.tracks.filter(({ type }) => type === 'audio').map((one) => one.language_code)).toEqual([
    undefined,
    'ru',
  ]);
  await fake.makeTracksReady(made?.id ?? '');
  expect(fake.fetched.at(-1)?.bytes).toBeGreaterThan(1000);
});
