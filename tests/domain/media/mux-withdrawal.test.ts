import { describe, expect, it } from 'vitest';
import { withdrawConsent } from '~/domain/consents/withdraw-consent.server';
import { packageAsset } from '~/domain/media/package-asset.server';
import { settleAssets } from '~/domain/media/settle-assets.server';
import { type Published, useMuxWorld } from './mux-world';

const world = useMuxWorld();

const takeBack = ({ recordingId, personIds }: Published) => {
  const { ctx, instructor } = world.current;
  return withdrawConsent(ctx(instructor), { recordingId, personId: personIds[0] ?? '' });
};

/** A published recording whose hand-over failed, of which Mux has made an asset or not. */
async function unanswered(isDone: boolean): Promise<Published> {
  const { recording, ctx, fake, services } = world.current;
  const published = await recording();
  await services.database.pool.query("DELETE FROM pgboss.job WHERE name LIKE 'media.%'");
  await settleAssets(ctx(), {});
  fake.trouble(500, 'POST', { isDone });
  const order = { assetId: published.assetId, version: 2, provider: 'mux' as const };
  await expect(packageAsset(ctx(), order)).rejects.toThrow();
  return published;
}

async function toMux(): Promise<Published> {
  const { recording, drain, makeAll, settle, row } = world.current;
  const made = await recording();
  await drain();
  await makeAll(made.assetId);
  await settle(made.assetId);
  await drain();
  expect(await row(made.assetId)).toMatchObject({ provider: 'mux' });
  return made;
}

describe('consent that is taken back', () => {
  it('takes away what Mux made though its answer was lost', async () => {
    const { there, settle, ctx } = world.current;
    const published = await unanswered(true);
    expect(await there(published.assetId)).toHaveLength(1);
    await takeBack(published);
    await settle(published.assetId);
    expect(await there(published.assetId)).toEqual([]);
    const where = { assetId: published.assetId };
    expect(await ctx().db.muxAsset.findMany({ where })).toMatchObject([{ state: 'removed', muxId: null }]);
  });

  it('takes away what Mux makes afterwards, as soon as it tells of it', async () => {
    const { there, settle, ctx, fake, send, drain } = world.current;
    const published = await unanswered(false);
    const { assetId } = published;
    await takeBack(published);
    await settle(assetId);
    await drain();
    const { reference } = await ctx().db.muxAsset.findFirstOrThrow({ where: { assetId } });
    fake.create({ inputs: [{ url: 'http://127.0.0.1/late' }], passthrough: reference });
    const told = fake.events.at(-1);
    expect(await there(assetId)).toHaveLength(1);
    expect(told && (await send(told))).toBe(204);
    await drain();
    expect(await there(assetId)).toEqual([]);
  });

  it('ends new addresses before any job has run', async () => {
    const { play } = world.current;
    const published = await toMux();
    expect(await play(published.assetId)).not.toBeNull();
    await takeBack(published);
    expect(await play(published.assetId)).toBeNull();
  });

  it('ends what Mux may fetch before any job has run', async () => {
    const { recording, drain, fake } = world.current;
    fake.requests.length = 0;
    const published = await recording();
    await drain();
    const order = fake.requests.find(({ method, path }) => method === 'POST' && path.endsWith('/assets'));
    const { url } = JSON.parse(order?.body ?? '{}').inputs[0];
    expect((await fetch(url, { method: 'HEAD' })).status).toBe(200);
    await takeBack(published);
    expect((await fetch(url, { method: 'HEAD' })).status).toBe(404);
  });

  it('goes before the daily looks', async () => {
    const { ctx, services } = world.current;
    await toMux();
    const second = await toMux();
    await settleAssets(ctx(), { isDaily: true });
    await takeBack(second);
    const [first] = await services.queue.boss.fetch<object>('media.settle');
    expect(first?.data).toEqual({ assetId: second.assetId });
  });
});
