import { beforeEach, describe, expect, it } from 'vitest';
import type { FakeEvent } from '../../fakes/mux-server/assets';
import { type Published, useMuxWorld } from './mux-world';

const world = useMuxWorld();
let one: Published;
let events: FakeEvent[];

/** A recording that Mux was given and has made; what it tells about that is not sent yet. */
beforeEach(async () => {
  const { fake, drain, makeAll, recording } = world.current;
  fake.events.length = 0;
  one = await recording();
  await drain();
  await makeAll(one.assetId);
  events = [...fake.events];
  expect(events.length).toBeGreaterThan(4);
});

/** Ready, by one publication: there is one asset there, one version here, and one set of its files. */
async function expectReadyOnce(): Promise<void> {
  const { there, row, ctx } = world.current;
  const { assetId } = one;
  expect(await row(assetId)).toMatchObject({ provider: 'mux', packagingVersion: 2, failure: null });
  expect(await there(assetId)).toHaveLength(1);
  const { db } = ctx();
  expect(await db.muxAsset.count({ where: { assetId, state: 'ready' } })).toBe(1);
  const where = { assetId, packagingVersion: 2, kind: 'single' };
  expect(await db.mediaRendition.count({ where })).toBe(1);
}

describe('messages of Mux', () => {
  it('twice each and at the same time: ready once', async () => {
    const { send, drain } = world.current;
    const statuses = await Promise.all([...events, ...events].map((event) => send(event)));
    expect(new Set(statuses)).toEqual(new Set([204]));
    await Promise.all([drain(), drain()]);
    await expectReadyOnce();
    for (const event of events) expect(await send(event)).toBe(204);
    await drain();
    await expectReadyOnce();
  });

  it('out of order: ready once', async () => {
    const { send, drain } = world.current;
    for (const event of [...events].reverse()) {
      expect(await send(event)).toBe(204);
      await drain();
    }
    await expectReadyOnce();
  });

  it('late, when the recording is ready already: nothing changes', async () => {
    const { send, drain } = world.current;
    await lateLooks();
    await expectReadyOnce();
    for (const event of events) expect(await send(event)).toBe(204);
    await drain();
    await expectReadyOnce();
  });

  it('missing altogether: the job asks by itself, with growing pauses', async () => {
    await lateLooks();
    await expectReadyOnce();
  });
});

/** What waits for later is due by now. */
async function lateLooks(): Promise<void> {
  const { services, drain } = world.current;
  const { rowCount } = await services.database.pool.query(
    `UPDATE pgboss.job SET start_after = now() WHERE name = 'media.settle' AND state = 'created'
       AND singleton_key = $1`,
    [`later:${one.assetId}.2`],
  );
  expect(rowCount).toBe(1);
  await drain();
}

it.each([
  ['odd-null', { id: null, passthrough: null, asset_id: null }],
  ['odd-empty', {}],
  ['odd-other', { id: 7 }],
])('a signed message of another shape is taken and left: %s', async (id, data) => {
  const { send, drain } = world.current;
  await drain();
  expect(await send({ id, type: 'video.other', data })).toBe(204);
  expect(await drain()).toBe(0);
});

describe('a message that Mux did not sign', () => {
  it.each([
    ['changed', { spoil: true }],
    ['under another secret', { secret: 'another' }],
    ['signed an hour ago', { at: new Date(Date.now() - 3_600_000) }],
  ])('%s: 401 and no effect', async (_case, options) => {
    const { send, drain, row, ctx, services } = world.current;
    const count = async () => ({
      events: await ctx().db.muxEvent.count(),
      jobs: (await services.database.pool.query('SELECT count(*) FROM pgboss.job')).rows[0],
    });
    const before = await count();
    for (const event of events) expect(await send(event, options)).toBe(401);
    expect(await count()).toEqual(before);
    await drain();
    expect(await row(one.assetId)).toMatchObject({ provider: 'local', packagingVersion: 1 });
  });

  it('without a signature, or about nothing of ours', async () => {
    const { send, ctx, drain } = world.current;
    await drain();
    expect(await send({ id: 'x', type: 'video.asset.ready', data: {} }, { secret: '' })).toBe(401);
    const foreign = { id: 'foreign', type: 'video.asset.ready', data: { id: 'foreign', passthrough: 'x' } };
    expect(await send(foreign)).toBe(204);
    expect(await ctx().db.muxEvent.count({ where: { id: 'foreign' } })).toBe(1);
    expect(await drain()).toBe(0);
  });
});
