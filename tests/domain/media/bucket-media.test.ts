import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express from 'express';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { getPlayback } from '~/domain/media/get-playback.server';
import { orderPackaging } from '~/domain/media/order-packaging.server';
import { packageAsset } from '~/domain/media/package-asset.server';
import { removeOldVersions } from '~/domain/media/remove-old-versions.server';
import { media } from '~/routes/machine/media.server';
import { machine } from '~/web/http/machine.server';
import { s3Fake } from '../../fakes/s3-server/server';
import { useWorld } from '../../support/database';
import { soundsScene } from '../sounds/sounds-world';
import { makeTone } from '../sounds/tones';
import { instructor, makeMaster, packaged, register } from './masters';

const fake = await s3Fake();
const world = useWorld({ environment: fake.environment });
let [origin, assetId] = ['', ''];
let close: () => void = () => undefined;

const keys = (prefix: string) => [...fake.objects.keys()].filter((key) => key.startsWith(prefix));
const scratch = () => readdir(join(world.current.services.config.dataDir, 'scratch'));

beforeAll(async () => {
  const app = express();
  app.set('etag', false);
  app.get('/media/:token/:assetId/*', machine(media, world.current.services));
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = () => server.close();
  assetId = await packaged(world.current, await makeMaster({ seconds: 4 }));
});
afterAll(async () => {
  close();
  await fake.close();
});

const get = (url: string, headers: Record<string, string> = {}) => fetch(new URL(url, origin), { headers });

it('a master of the bucket is packaged into it and played from it through our own address', async () => {
  expect(await scratch()).toEqual([]);
  const input = { assetId, audience: { kind: 'public' }, captions: [] } as const;
  const playback = await getPlayback(world.current.ctx(), input);
  if (!('hls' in playback)) throw new Error('not playable');
  const master = await get(playback.hls.url);
  expect(await master.text()).toContain('v240/index.m3u8');
  const folder = playback.hls.url.replace(/master\.m3u8.*$/, 'v240/');
  const playlist = await (await get(`${folder}index.m3u8`)).text();
  const segment = /^[^#\s].*$/m.exec(playlist)?.[0] ?? '';
  const whole = Buffer.from(await (await get(folder + segment)).arrayBuffer());
  expect(
    whole.equals(fake.objects.get(`media/${assetId}/1/v240/${segment}`)?.content ?? Buffer.alloc(0)),
  ).toBe(true);
  fake.requests.length = 0;
  const part = await get(folder + segment, { range: 'bytes=100-199' });
  expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 100-199/${whole.length}`]);
  expect(Buffer.from(await part.arrayBuffer())).toEqual(whole.subarray(100, 200));
  expect(fake.requests.map(({ operation }) => operation)).toEqual(['GetObject']);
});

it('a version that plays no more is removed from the bucket', async () => {
  await orderPackaging(world.current.ctx(instructor), { assetId });
  await packageAsset(world.current.ctx(), { assetId, version: 2 });
  expect(keys(`media/${assetId}/1/`)).not.toEqual([]);
  await removeOldVersions(world.current.ctx(), { assetId });
  expect([keys(`media/${assetId}/1/`), keys(`media/${assetId}/2/`).length > 10]).toEqual([[], true]);
});

it('what is no recording leaves nothing in the bucket or on the disk', async () => {
  const bad = await register(world.current.ctx(instructor), Buffer.from('This is not a video.'.repeat(50)));
  await packageAsset(world.current.ctx(), { assetId: bad, version: 1 });
  expect([keys(`masters/${bad}`), keys(`media/${bad}`), await scratch()]).toEqual([[], [], []]);
});

it('a sound of the bucket is looked at', async () => {
  const scene = await soundsScene(world.current, await makeMaster({ seconds: 4 }));
  const { sound } = await scene.receive(await makeTone({ seconds: 4 }), 'ru');
  expect([sound?.state, await scratch()]).toEqual(['draft', []]);
});
