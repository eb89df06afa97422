import { describe, expect, it } from 'vitest';
import { addPerson } from '~/domain/consents/add-person.server';
import { withdrawConsent } from '~/domain/consents/withdraw-consent.server';
import { withdrawSpan } from '~/domain/consents/withdraw-span.server';
import { orderPackaging } from '~/domain/media/order-packaging.server';
import { removeOldVersions } from '~/domain/media/remove-old-versions.server';
import { renewPlayback } from '~/domain/media/renew-playback.server';
import { settleAssets } from '~/domain/media/settle-assets.server';
import { withdrawRecording } from '~/domain/recordings/withdraw-recording.server';
import { type Published, useMuxWorld } from './mux-world';

const world = useMuxWorld();

async function toMux(): Promise<Published> {
  const { recording, drain, makeAll, settle, row } = world.current;
  const made = await recording();
  await drain();
  await makeAll(made.assetId);
  await settle(made.assetId);
  expect(await row(made.assetId)).toMatchObject({ provider: 'mux' });
  return made;
}

const owner = () => world.current.ctx(world.current.instructor);

describe('a change of the provider', () => {
  it('moves recordings one by one, there and back, and they play all the time', async () => {
    const { wants, recording, drain, ctx, row, there, play, services } = world.current;
    const { makeAll, settle } = world.current;
    wants('local');
    const assets = [(await recording()).assetId, (await recording()).assetId];
    await drain();
    expect(await Promise.all(assets.map(there))).toEqual([[], []]);
    const playable = async () => expect(await Promise.all(assets.map(play))).not.toContain(null);
    wants('mux');
    await settleAssets(ctx(), { isDaily: true });
    for (const _each of assets) {
      await drain();
      await playable();
      const moving = (await Promise.all(assets.map(there))).flat();
      const waiting = moving.filter(({ status }) => status === 'preparing');
      expect(waiting).toHaveLength(1);
      for (const assetId of assets)
        if ((await there(assetId)).some(({ status }) => status === 'preparing')) {
          await makeAll(assetId);
          await settle(assetId);
        }
      await playable();
    }
    expect(await Promise.all(assets.map(row))).toMatchObject([{ provider: 'mux' }, { provider: 'mux' }]);
    for (const assetId of assets) {
      await removeOldVersions(ctx(), { assetId });
      expect(await services.storage.find(`media/${assetId}/1/master.m3u8`)).toBeNull();
    }
    await playable();
    wants('local');
    await settleAssets(ctx(), { isDaily: true });
    await drain();
    await playable();
    expect(await Promise.all(assets.map(row))).toMatchObject([
      { provider: 'local', packagingVersion: 3 },
      { provider: 'local', packagingVersion: 3 },
    ]);
    expect((await Promise.all(assets.map(there))).flat()).toHaveLength(2);
    for (const assetId of assets) await removeOldVersions(ctx(), { assetId });
    expect((await Promise.all(assets.map(there))).flat()).toEqual([]);
    await playable();
  });

  it('is told to whoever is watching: the renewal says where it goes on', async () => {
    const { recording, drain, makeAll, settle, play } = world.current;
    const { assetId } = await recording();
    const before = await play(assetId);
    await drain();
    await makeAll(assetId);
    await settle(assetId);
    const fresh = await renewPlayback(owner(), { token: before?.renewal.token ?? '' });
    expect(fresh).toMatchObject({ isOther: true, addresses: { 'single:ja': expect.any(String) } });
    expect((await fetch(fresh.addresses?.hls ?? '')).status).toBe(200);
    const again = await renewPlayback(owner(), { token: fresh.token });
    expect(again.isOther).toBeUndefined();
    expect((await fetch(again.addresses?.hls ?? '')).status).toBe(200);
  });
});

describe('what may not be abroad', () => {
  it('minors, people who did not agree to it, and recordings nobody was asked about never go', async () => {
    const { recording, drain, there, ctx } = world.current;
    const never = [await recording({ isMinor: true }), await recording({ abroad: false })];
    for (const { assetId } of never) {
      await settleAssets(ctx(), { assetId });
      await drain();
      expect(await there(assetId)).toEqual([]);
    }
  });

  it.each([
    [
      'a consent is taken back',
      async ({ recordingId, personIds }: Published) =>
        withdrawConsent(owner(), { recordingId, personId: personIds[0] ?? '' }),
    ],
    [
      'somebody else is shown',
      async ({ recordingId }: Published) => addPerson(owner(), { recordingId, name: 'Ұшқын', isMinor: true }),
    ],
    [
      'a part is withdrawn',
      async ({ recordingId }: Published) => withdrawSpan(owner(), { recordingId, startMs: 0, endMs: 1000 }),
    ],
    [
      'the recording is withdrawn',
      async ({ recordingId }: Published) => withdrawRecording(owner(), { recordingId }),
    ],
  ])('%s: nothing is left there, and it plays from here', async (_case, change) => {
    const { play, there, drain, row, ctx } = world.current;
    const published = await toMux();
    const { assetId } = published;
    const { hls } = (await play(assetId)) ?? { hls: { url: '' } };
    await change(published);
    await settleAssets(ctx(), { assetId });
    expect(await there(assetId)).toEqual([]);
    expect((await fetch(hls.url)).status).toBe(404);
    expect(await play(assetId)).toBeNull();
    await drain();
    expect(await row(assetId)).toMatchObject({ provider: 'local', packagingVersion: 3 });
    expect((await play(assetId))?.protection).toBe('session');
  });

  it('an order is taken back that Mux was still making', async () => {
    const { recording, drain, there, row, ctx } = world.current;
    const published = await recording();
    await drain();
    expect(await there(published.assetId)).toHaveLength(1);
    await withdrawConsent(owner(), { ...published, personId: published.personIds[0] ?? '' });
    await drain();
    expect(await there(published.assetId)).toEqual([]);
    expect(await row(published.assetId)).toMatchObject({
      provider: 'local',
      packagingVersion: 1,
      failure: null,
    });
    expect(
      await ctx().db.packagingStep.count({ where: { assetId: published.assetId, packagingVersion: 2 } }),
    ).toBe(0);
  });
});

it('captions that change are exchanged, others stay', async () => {
  const { captions, there, ctx } = world.current;
  const { assetId } = await toMux();
  const texts = async () => ((await there(assetId))[0]?.tracks ?? []).filter(({ type }) => type === 'text');
  await captions(assetId, 'Хадзимэ');
  await settleAssets(ctx(), { assetId });
  const [first] = await texts();
  await settleAssets(ctx(), { assetId });
  expect(await texts()).toEqual([first]);
  await captions(assetId, 'Матэ');
  await settleAssets(ctx(), { assetId });
  const [second, ...more] = await texts();
  expect([second?.id === first?.id, more]).toEqual([false, []]);
});

it('captions that Mux refuses hold nothing up', async () => {
  const { captions, fake, there, ctx } = world.current;
  const { assetId } = await toMux();
  await captions(assetId, 'Хадзимэ');
  fake.trouble(400, 'POST');
  await settleAssets(ctx(), { assetId });
  const texts = async () => ((await there(assetId))[0]?.tracks ?? []).filter(({ type }) => type === 'text');
  expect(await texts()).toEqual([]);
  await settleAssets(ctx(), { assetId });
  expect(await texts()).toHaveLength(1);
});

it('what may move since the round passed it moves in the next one', async () => {
  const { recording, drain, there, ctx, services } = world.current;
  const { assetId } = await recording();
  await services.database.pool.query("DELETE FROM pgboss.job WHERE name LIKE 'media.%'");
  await settleAssets(ctx(), { after: assetId });
  await drain();
  expect(await there(assetId)).toHaveLength(1);
});

it('a move to this machine and another order of the same version are one', async () => {
  const { wants, ctx, services } = world.current;
  const { assetId } = await toMux();
  await services.database.pool.query("DELETE FROM pgboss.job WHERE name LIKE 'media.%'");
  wants('local');
  await settleAssets(ctx(), {});
  await orderPackaging(owner(), { assetId });
  const { rows } = await services.database.pool.query(
    "SELECT singleton_key FROM pgboss.job WHERE name = 'media.package'",
  );
  expect(rows).toEqual([{ singleton_key: `${assetId}.3` }]);
});
