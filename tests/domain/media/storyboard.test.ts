import { beforeAll, describe, expect, it } from 'vitest';
import { getPlayback } from '~/domain/media/get-playback.server';
import { openMedia } from '~/domain/media/open-media.server';
import type { PlaybackSource } from '~/domain/media/types';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { actorWith, useWorld } from '../../support/database';
import { makeMaster, packaged } from './masters';

const world = useWorld();
const viewer = actorWith([], '/', { sessionId: 'session-of-viewer' });
let assetId = '';

beforeAll(async () => {
  assetId = await packaged(world.current, await makeMaster({ seconds: 11 }));
});

async function play(): Promise<PlaybackSource> {
  const ctx = world.current.ctx(viewer);
  const playback = await getPlayback(ctx, { assetId, audience: { kind: 'account' }, captions: [] });
  if (!('hls' in playback)) throw new Error('not playable');
  return playback;
}

const open = (url: string, sessionId: string | null = viewer.sessionId) => {
  const [, , token = '', asset = '', ...path] = url.split('/');
  const asked = { token, assetId: asset, path: path.join('/'), query: new URLSearchParams() };
  return openMedia(world.current.ctx(), { ...asked, sessionId: async () => sessionId });
};

const contentOf = async (key: string): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of world.current.services.storage.read(key)) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
};

describe('the storyboard', () => {
  it('is a step of its own and stands in the version with everything it weighs', async () => {
    const { db } = world.current.ctx();
    const step = await db.packagingStep.findFirst({ where: { assetId, step: 'storyboard' } });
    expect(step).toMatchObject({ percent: 100, error: null });
    const row = await db.mediaRendition.findFirst({ where: { assetId, kind: 'storyboard' } });
    expect(row).toMatchObject({ path: 'storyboard.vtt', packagingVersion: 1, lang: null, height: null });
    const files = (await world.current.services.storage.list(`media/${assetId}/1/`)).filter((key) =>
      key.includes('/storyboard'),
    );
    expect(files.map((key) => key.replace(/^.*\//, '')).sort()).toEqual([
      'storyboard-001.jpg',
      'storyboard.vtt',
    ]);
    const sizes = await Promise.all(files.map(async (key) => (await contentOf(key)).length));
    expect(Number(row?.bytes)).toBe(sizes.reduce((sum, size) => sum + size, 0));
  });

  it('has a picture for each five seconds, drawn and not black', async () => {
    const list = (await contentOf(`media/${assetId}/1/storyboard.vtt`)).toString('utf8');
    expect(list.match(/^storyboard-001\.jpg#xywh=\d+,\d+,160,90$/gm)).toHaveLength(3);
    expect(list).toMatch(/00:00:10\.000 --> 00:00:11\.\d{3}\n/);
    const sheet = await contentOf(`media/${assetId}/1/storyboard-001.jpg`);
    expect(sheet.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
    expect(sheet.length).toBeGreaterThan(5_000);
  });

  it('is served under the same addresses, to the same viewer', async () => {
    const { storyboard } = await play();
    expect(await open(storyboard ?? '')).toMatchObject({
      kind: 'file',
      contentType: 'text/vtt; charset=utf-8',
    });
    const sheet = (storyboard ?? '').replace('storyboard.vtt', 'storyboard-001.jpg');
    expect(await open(sheet)).toMatchObject({ contentType: 'image/jpeg' });
    for (const url of [storyboard ?? '', sheet])
      await expect(open(url, 'session-of-somebody')).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('comes with the rate of the packaged pictures', async () => {
    expect((await play()).framesPerSecond).toBe(25);
  });

  it('is missed by nobody: what was packaged without one plays', async () => {
    const ctx = world.current.ctx();
    await ctx.db.mediaRendition.deleteMany({ where: { assetId, kind: 'storyboard' } });
    await ctx.db.mediaAsset.update({ where: { id: assetId }, data: { framesPerSecond: null } });
    await raiseContentVersion(ctx);
    const playback = await play();
    expect(playback).toMatchObject({ storyboard: null, framesPerSecond: null });
    expect(await open(playback.poster)).toMatchObject({ kind: 'file' });
  });
});
