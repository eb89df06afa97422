import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { withdrawSpan } from '~/domain/consents/withdraw-span.server';
import { getPlayback } from '~/domain/media/get-playback.server';
import { removeOldVersions } from '~/domain/media/remove-old-versions.server';
import { saveSound } from '~/domain/sounds/save-sound.server';
import { media } from '~/routes/machine/media.server';
import { machine } from '~/web/http/machine.server';
import { s3Fake } from '../../fakes/s3-server/server';
import { useWorld } from '../../support/database';
import { type SoundsScene, soundsScene } from '../sounds/sounds-world';
import { heardIn, makeRecording, makeTone } from '../sounds/tones';

const fake = await s3Fake();
const world = useWorld({ environment: fake.environment });
let scene: SoundsScene;
let origin = '';
let close: () => void = () => undefined;

const stored = (version: number, path: string) =>
  fake.objects.get(`media/${scene.assetId}/${version}/${path}`)?.content;

beforeAll(async () => {
  // Versions that play no more go an hour later.
  world.current.clock.set(new Date());
  const app = express();
  app.get('/media/:token/:assetId/*', machine(media, world.current.services));
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = () => server.close();
  scene = await soundsScene(world.current, await makeRecording());
}, 120_000);
afterAll(async () => {
  close();
  await fake.close();
});

/** The folder of the version that plays, for one viewer. */
async function played(): Promise<string> {
  const input = { assetId: scene.assetId, audience: { kind: 'public' }, captions: [] } as const;
  const playback = await getPlayback(scene.owner, input);
  if (!('hls' in playback)) throw new Error('not playable');
  return origin + playback.hls.url.replace(/master\.m3u8.*$/, '');
}
const statusOf = async (address: string) => (await fetch(address)).status;
const bytesOf = async (address: string) => Buffer.from(await (await fetch(address)).arrayBuffer());

/** Seconds 2 and 3 of the floor sound hold a tone: second 2 is withdrawn. */
it('withdrawn seconds in a bucket are served no more, neither before nor after the new cut', async () => {
  const before = await played();
  const { recordingId, assetId } = scene;
  await withdrawSpan(scene.owner, { recordingId, startMs: 2_000, endMs: 3_000 });
  expect(await (await fetch(`${before}v240/index.m3u8`)).text()).toContain('#EXT-X-GAP');
  const paths = ['v240/00000.m4s', 'a-ja/00000.m4s', 'single-ja.mp4', 'audio-ja.m4a', 'v240/00001.m4s'];
  const statuses = () => Promise.all(paths.map((path) => statusOf(before + path)));
  expect(await statuses()).toEqual([410, 410, 410, 410, 200]);
  await scene.drain();
  expect((await scene.heard())?.version).toBe(2);
  expect(await statuses()).toEqual([410, 410, 410, 410, 200]);
  const after = await played();
  // For ten seconds a process may not know yet that the part is cut.
  await expect.poll(() => statusOf(`${after}v240/00000.m4s`), { timeout: 15_000 }).toBe(200);
  const cut = await bytesOf(`${after}v240/00000.m4s`);
  expect(cut.equals(stored(2, 'v240/00000.m4s') ?? Buffer.alloc(0))).toBe(true);
  expect(cut.equals(stored(1, 'v240/00000.m4s') ?? Buffer.alloc(0))).toBe(false);
  const floor = await heardIn(await bytesOf(`${after}audio-ja.m4a`));
  expect([floor?.from, floor?.to]).toEqual([expect.closeTo(3, 1), expect.closeTo(4, 1)]);
  await removeOldVersions(world.current.ctx(), { assetId });
  expect([...fake.objects.keys()].filter((key) => key.startsWith(`media/${assetId}/1/`))).toEqual([]);
}, 120_000);

it('an interpreter’s sound of a bucket is added beside the cut pictures, silent where these are black', async () => {
  const { id: soundId } = await scene.receive(await makeTone({ format: 'mp3' }), 'en', 'interpreter.mp3');
  const { recordingId } = scene;
  await saveSound(scene.editor, { recordingId, soundId, label: 'English', offsetMs: 0 });
  await scene.drain();
  expect(await scene.heard()).toMatchObject({
    ...{ version: 3, state: 'ready' },
    sounds: [{ lang: 'ja' }, { lang: 'en', soundId }],
  });
  const folder = await played();
  expect(await (await fetch(`${folder}master.m3u8`)).text()).toContain('LANGUAGE="en"');
  const english = await heardIn(await bytesOf(`${folder}audio-en.m4a`));
  expect([english?.from, english?.to]).toEqual([expect.closeTo(3, 1), expect.closeTo(4, 1)]);
  const picture = await bytesOf(`${folder}v240/00000.m4s`);
  expect(picture.equals(stored(2, 'v240/00000.m4s') ?? Buffer.alloc(0))).toBe(true);
  expect(fake.unfinished.size).toBe(0);
}, 120_000);
