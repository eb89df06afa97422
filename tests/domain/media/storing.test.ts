import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { packageAsset } from '~/domain/media/package-asset.server';
import type { Ctx } from '~/platform/context';
import type { Storage } from '~/platform/storage/storage';
import { useWorld } from '../../support/database';
import { instructor, makeMaster, register } from './masters';

const world = useWorld();
const stored = (prefix: string) => world.current.services.storage.list(prefix);
const versionOf = async (id: string) =>
  (await world.current.ctx().db.mediaAsset.findUniqueOrThrow({ where: { id } })).packagingVersion;
const registered = async () => register(world.current.ctx(instructor), await makeMaster({ seconds: 3 }));

/** A context whose storage tells before each writing and each removal. */
function watched(before: (what: 'put' | 'remove', key: string) => Promise<unknown>): Ctx {
  const ctx = world.current.ctx();
  const own = ctx.storage;
  const storage: Storage = {
    ...own,
    async put(key, content) {
      await before('put', key);
      await own.put(key, content);
    },
    async remove(prefix, keep) {
      await before('remove', prefix);
      await own.remove(prefix, keep);
    },
  };
  return { ...ctx, storage };
}

/** Fails at once when a transaction under way holds the asset. */
const requireFree = (assetId: string) =>
  world.current.services.database.pool.query('SELECT id FROM media_asset WHERE id = $1 FOR SHARE NOWAIT', [
    assetId,
  ]);

it('stores four files at a time and the master playlist last, and holds no lock meanwhile', async () => {
  const assetId = await registered();
  const left = `media/${assetId}/1/v999/half.m4s`;
  await world.current.services.storage.put(left, Buffer.from('half'));
  const [acts, under]: [string[], { now: number; most: number }] = [[], { now: 0, most: 0 }];
  const ctx = watched(async (what, key) => {
    acts.push(`${what} ${key.replace(/^media\/[^/]+\//, '')}`);
    under.now += 1;
    under.most = Math.max(under.most, under.now);
    // The first ones are held until the fourth has come.
    for (let tries = 0; under.most < 4 && tries < 400; tries += 1) await wait(5);
    await requireFree(assetId);
    expect(await versionOf(assetId)).toBe(what === 'put' ? 0 : 1);
    under.now -= 1;
  });
  await packageAsset(ctx, { assetId, version: 1 });
  expect(acts.slice(-2)).toEqual(['put 1/master.m3u8', 'remove 1/']);
  expect([under.most, acts.length > 10, new Set(acts).size]).toEqual([4, true, acts.length]);
  const puts = acts.filter((act) => act.startsWith('put')).map((act) => act.replace('put ', ''));
  expect((await stored(`media/${assetId}/1`)).sort()).toEqual(
    puts.map((path) => `media/${assetId}/${path}`).sort(),
  );
});

it('a publication that is rolled back loses nothing', async () => {
  const assetId = await registered();
  const left = `media/${assetId}/1/v999/half.m4s`;
  await world.current.services.storage.put(left, Buffer.from('half'));
  const acts: string[] = [];
  const ctx = watched(async (what) => acts.push(what));
  let asked = 0;
  const addedSounds: typeof ctx.ports.addedSounds = async () => {
    asked += 1;
    if (asked > 1) throw new Error('the database is away');
    return [];
  };
  const failing = packageAsset({ ...ctx, ports: { ...ctx.ports, addedSounds } }, { assetId, version: 1 });
  await expect(failing).rejects.toThrow('the database is away');
  expect([await versionOf(assetId), acts.includes('remove')]).toEqual([0, false]);
  expect(await stored(`media/${assetId}/1`)).toContain(left);
  await packageAsset(world.current.ctx(), { assetId, version: 1 });
  expect([await versionOf(assetId), (await stored(`media/${assetId}/1`)).includes(left)]).toEqual([1, false]);
});

it('a run that is overtaken while it stores writes and removes nothing more', async () => {
  const assetId = await registered();
  let faster: Promise<void> | undefined;
  let whole: string[] = [];
  const acts: string[] = [];
  const ctx = watched(async (what) => {
    acts.push(what);
    faster ??= packageAsset(world.current.ctx(), { assetId, version: 1 });
    await faster;
    whole = await stored(`media/${assetId}/1`);
  });
  // Its scratch folder went with the faster run: it fails, and when it is tried again there is nothing to do.
  await packageAsset(ctx, { assetId, version: 1 }).catch(() => undefined);
  await packageAsset(ctx, { assetId, version: 1 });
  expect(await world.current.ctx().db.mediaAsset.findUnique({ where: { id: assetId } })).toMatchObject({
    ...{ packagingVersion: 1, failure: null },
  });
  expect([acts.length <= 4, acts.includes('remove'), whole.length > 10]).toEqual([true, false, true]);
  expect(await stored(`media/${assetId}/1`)).toEqual(whole);
});
