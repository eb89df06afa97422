import { describe, expect, it } from 'vitest';
import { getPackaging } from '~/domain/media/get-packaging.server';
import { packageAsset } from '~/domain/media/package-asset.server';
import { settleAssets } from '~/domain/media/settle-assets.server';
import { newId } from '~/platform/ids';
import { useMuxWorld } from './mux-world';

const world = useMuxWorld();

/** A published recording whose move is ordered and has not begun. */
async function ordered(): Promise<string> {
  const { recording, ctx, services } = world.current;
  const { assetId } = await recording();
  await services.database.pool.query("DELETE FROM pgboss.job WHERE name LIKE 'media.%'");
  await settleAssets(ctx(), {});
  return assetId;
}

const creations = () =>
  world.current.fake.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/assets'));

const handOver = (assetId: string) =>
  packageAsset(world.current.ctx(), { assetId, version: 2, provider: 'mux' });

describe('when Mux is in trouble', () => {
  it.each([429, 500] as const)(
    '%d while it is asked: the client tries again after a pause',
    async (status) => {
      const { fake, finish, row, there, ctx } = world.current;
      const assetId = await ordered();
      await handOver(assetId);
      await finish(assetId);
      await settleAssets(ctx(), { assetId });
      for (const { id } of await there(assetId)) await fake.makeTracksReady(id);
      fake.trouble(status, 'GET', { times: 2 });
      const began = Date.now();
      await settleAssets(ctx(), { assetId });
      expect(Date.now() - began).toBeGreaterThan(900);
      expect(await row(assetId)).toMatchObject({ provider: 'mux', failure: null });
    },
  );

  it.each([429, 500] as const)(
    '%d at the hand-over: the job tries again, later each time',
    async (status) => {
      const { fake, row, there, play, services } = world.current;
      const assetId = await ordered();
      fake.trouble(status, 'POST', { times: 2 });
      const { boss } = services.queue;
      const pauses: number[] = [];
      for (const _try of [1, 2]) {
        const [job] = await boss.fetch<object>('media.package');
        await expect(handOver(assetId)).rejects.toThrow();
        await boss.fail('media.package', job?.id ?? '', {});
        const { rows } = await services.database.pool.query(
          `SELECT state, extract(epoch FROM start_after - now())::float AS pause FROM pgboss.job WHERE id = $1`,
          [job?.id],
        );
        expect(rows[0].state).toBe('retry');
        pauses.push(rows[0].pause);
        await services.database.pool.query('UPDATE pgboss.job SET start_after = now() WHERE id = $1', [
          job?.id,
        ]);
      }
      expect(pauses[0]).toBeGreaterThan(2);
      expect(pauses[1]).toBeGreaterThan((pauses[0] ?? 0) * 1.1);
      expect(await row(assetId)).toMatchObject({ provider: 'local', failure: 'mux-unreachable' });
      expect(await play(assetId)).not.toBeNull();
      await handOver(assetId);
      expect(await there(assetId)).toHaveLength(1);
    },
  );

  it('an answer that was lost makes no second asset', async () => {
    const { fake, there } = world.current;
    const assetId = await ordered();
    const before = creations().length;
    fake.trouble(500, 'POST', { isDone: true });
    await expect(handOver(assetId)).rejects.toThrow();
    await handOver(assetId);
    await handOver(assetId);
    expect(creations().length - before).toBe(1);
    expect(await there(assetId)).toHaveLength(1);
  });

  it('a recording that Mux cannot read plays on from here, and is not sent again', async () => {
    const { fake, row, there, play, ctx, drain } = world.current;
    const assetId = await ordered();
    await handOver(assetId);
    const [made] = await there(assetId);
    fake.fail(made?.id ?? '');
    await settleAssets(ctx(), { assetId });
    expect(await row(assetId)).toMatchObject({
      provider: 'local',
      packagingVersion: 1,
      failure: 'mux-refused',
    });
    expect(await play(assetId)).not.toBeNull();
    expect((await getPackaging(ctx(), { assetIds: [assetId] })).get(assetId)).toMatchObject({
      ...{ state: 'ready', version: 1, failure: null, note: 'mux-refused' },
    });
    expect(await there(assetId)).toEqual([]);
    const before = creations().length;
    await settleAssets(ctx(), { isDaily: true });
    await drain();
    expect(creations()).toHaveLength(before);
  });
});

describe('an order that never arrives', () => {
  const movingSince = async (id: string) =>
    (await world.current.ctx().db.mediaAsset.findUniqueOrThrow({ where: { id } })).movingSince;

  it('is looked at later each time, and given up after a day', async () => {
    const { fake, settle, row, ctx, clock } = world.current;
    const assetId = await ordered();
    fake.trouble(500, 'POST');
    await expect(handOver(assetId)).rejects.toThrow();
    for (const looks of [1, 2]) {
      await settle(assetId);
      expect(await ctx().db.muxAsset.findMany({ where: { assetId } })).toMatchObject([{ looks }]);
    }
    const now = clock.now().getTime();
    clock.set(new Date(now + 25 * 3_600_000));
    await settle(assetId);
    clock.set(new Date(now));
    expect(await row(assetId)).toMatchObject({ provider: 'local', failure: 'mux-unreachable' });
    expect(await movingSince(assetId)).toBeNull();
    expect(await ctx().db.muxAsset.findMany({ where: { assetId } })).toMatchObject([{ state: 'removed' }]);
  });

  it('lets others move after its last try', async () => {
    const { fake, ctx } = world.current;
    const assetId = await ordered();
    const order = { assetId, version: 2, provider: 'mux' as const };
    fake.trouble(500, 'POST', { times: 2 });
    await expect(packageAsset(ctx(), order)).rejects.toThrow();
    expect(await movingSince(assetId)).not.toBeNull();
    await expect(packageAsset(ctx(), { ...order, isLastTry: true })).rejects.toThrow();
    expect(await movingSince(assetId)).toBeNull();
  });

  it('is not ended by an older one that nobody took away', async () => {
    const { settle, ctx, clock } = world.current;
    const assetId = await ordered();
    await handOver(assetId);
    const stale = { id: newId(), reference: newId(), state: 'preparing', orderedAt: clock.now() };
    await ctx().db.muxAsset.create({ data: { ...stale, assetId, packagingVersion: 1 } });
    await settle(assetId);
    expect(await movingSince(assetId)).not.toBeNull();
    const states = await ctx().db.muxAsset.findMany({
      where: { assetId },
      orderBy: { packagingVersion: 'asc' },
    });
    expect(states.map(({ state }) => state)).toEqual(['removed', 'preparing']);
  });
});
