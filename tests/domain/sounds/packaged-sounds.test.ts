import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { getPlayback } from '~/domain/media/get-playback.server';
import { packageAsset } from '~/domain/media/package-asset.server';
import { removeSound } from '~/domain/sounds/remove-sound.server';
import { saveSound } from '~/domain/sounds/save-sound.server';
import { useWorld } from '../../support/database';
import { type SoundsScene, soundsScene } from './sounds-world';
import { heardIn, makeRecording, makeTone } from './tones';

const world = useWorld();
let scene: SoundsScene;
let english: string;

beforeAll(async () => {
  scene = await soundsScene(world.current, await makeRecording());
  english = (await scene.receive(await makeTone({ format: 'mp3' }), 'en', 'interpreter.mp3')).id;
}, 120_000);

const save = (soundId: string, offsetMs: number, label = 'English') =>
  saveSound(scene.editor, { recordingId: scene.recordingId, soundId, label, offsetMs });

const heard = async (name: string) => {
  const content = await scene.fileOf(name);
  return content && heardIn(content);
};

const version = async () => (await scene.heard())?.version;

it('waits to be aligned and is heard by nobody', async () => {
  expect(await scene.sounds()).toMatchObject([{ lang: 'en', state: 'draft', offsetMs: 0, label: 'English' }]);
  expect(await scene.heard()).toMatchObject({ version: 1, sounds: [{ lang: 'ja', soundId: null }] });
});

it('is packaged as a sound of its own, at the same moments as the master’s', async () => {
  for (const _twice of [1, 2]) await save(english, 0);
  await scene.drain();
  expect(await scene.heard()).toMatchObject({
    ...{ version: 2, state: 'ready' },
    sounds: [
      { lang: 'ja', soundId: null },
      { lang: 'en', label: 'English', soundId: english },
    ],
  });
  const master = String(await scene.fileOf('master.m3u8'));
  expect(master).toContain('NAME="English",LANGUAGE="en",DEFAULT=NO');
  const [own, added] = [await heard('audio-ja.m4a'), await heard('audio-en.m4a')];
  expect(added?.from).toBeCloseTo(own?.from ?? 0, 1);
  expect(added?.to).toBeCloseTo(own?.to ?? 0, 1);
  expect(added?.all).toBeCloseTo(own?.all ?? 0, 0);
  expect((await heard('single-en.mp4'))?.from).toBeCloseTo(2, 1);
  const audience = { kind: 'account' } as const;
  const source = await getPlayback(scene.owner, { assetId: scene.assetId, audience, captions: [] });
  expect(source).toMatchObject({ audioTracks: [{ lang: 'ja' }, { lang: 'en', label: 'English' }] });
  expect('singles' in source && source.singles.map(({ lang }) => lang)).toEqual(['ja', 'en']);
}, 120_000);

it.each([
  [1500, 3.5],
  [-1500, 0.5],
])(
  'an offset of %i ms shifts it',
  async (offsetMs, from) => {
    await save(english, offsetMs);
    await scene.drain();
    const sound = await heard('audio-en.m4a');
    expect(Math.abs((sound?.from ?? 0) - from)).toBeLessThan(0.06);
    expect(Math.abs((sound?.to ?? 0) - from - 2)).toBeLessThan(0.06);
    expect(sound?.all).toBeCloseTo(10, 0);
    expect((await heard('single-en.mp4'))?.from).toBeCloseTo(from, 1);
    expect((await heard('audio-ja.m4a'))?.from).toBeCloseTo(2, 1);
  },
  120_000,
);

it('costs no encoding of the pictures', async () => {
  await save(english, -1400);
  const ctx = world.current.ctx();
  const { dataDir } = ctx.config;
  const [calls, program] = [join(dataDir, 'calls'), join(dataDir, 'watched-ffmpeg')];
  const watched = `#!/bin/sh\nfor last; do :; done\necho "$last" >> ${calls}\nexec ffmpeg "$@"\n`;
  await writeFile(program, watched, { mode: 0o755 });
  await writeFile(join(dataDir, 'watched-ffprobe'), '#!/bin/sh\nexec ffprobe "$@"\n', { mode: 0o755 });
  const next = ((await version()) ?? 0) + 1;
  const own = { ...ctx, config: { ...ctx.config, ffmpegPath: program } };
  await packageAsset(own, { assetId: scene.assetId, version: next });
  expect(await version()).toBe(next);
  const asked = (await readFile(calls, 'utf8')).split('\n');
  expect(asked.filter((file) => file.endsWith('/index.m3u8')).map((file) => file.split('/').at(-2))).toEqual([
    'a-en',
  ]);
  expect((await heard('audio-en.m4a'))?.from).toBeCloseTo(0.6, 1);
});

it('another one replaces it once it is saved, and the former file goes', async () => {
  const former = await scene.owner.db.addedSound.findUniqueOrThrow({ where: { id: english } });
  const next = await scene.receive(await makeTone({ from: 4, format: 'ogg' }), 'en', 'better.ogg');
  expect((await scene.sounds()).map(({ state }) => state)).toEqual(['plays', 'draft']);
  expect((await heard('audio-en.m4a'))?.from).toBeCloseTo(0.6, 1);
  await save(next.id, 0, 'English (voice-over)');
  await scene.drain();
  expect((await heard('audio-en.m4a'))?.from).toBeCloseTo(4, 1);
  expect(await scene.owner.storage.find(former.fileKey)).toBeNull();
  expect(await scene.sounds()).toMatchObject([{ id: next.id, label: 'English (voice-over)' }]);
  english = next.id;
}, 120_000);

it('withdrawn seconds are silent in it too', async () => {
  const ctx = world.current.ctx();
  const spans = [{ id: english, startMs: 4_000, endMs: 5_000, cutVersion: null }];
  const cut: number[] = [];
  const ports = {
    ...ctx.ports,
    withdrawnSpans: async () => (cut.length > 0 ? [] : spans),
    noteCut: async (_tx: unknown, { version: of }: { version: number }) => void cut.push(of),
  };
  const next = ((await version()) ?? 0) + 1;
  await packageAsset({ ...ctx, ports }, { assetId: scene.assetId, version: next });
  expect(cut).toEqual([next]);
  const sound = await heard('audio-en.m4a');
  expect([sound?.from, sound?.to]).toEqual([expect.closeTo(5, 1), expect.closeTo(6, 1)]);
}, 120_000);

it('saved again while a version is made, the next one follows by itself', async () => {
  const ctx = world.current.ctx();
  const { boss } = world.current.services.queue;
  await save(english, 100);
  const [job] = await boss.fetch<{ assetId: string; version: number }>('media.package');
  let isSaved = false;
  const ports: typeof ctx.ports = {
    ...ctx.ports,
    async addedSounds(of, assetId) {
      const list = await ctx.ports.addedSounds(of, assetId);
      if (!isSaved) await save(english, 200);
      isSaved = true;
      return list;
    },
  };
  await packageAsset({ ...ctx, ports }, job?.data ?? { assetId: scene.assetId, version: 0 });
  await boss.complete('media.package', job?.id ?? '');
  expect(await scene.heard()).toMatchObject({ sounds: [{ lang: 'ja' }, { lang: 'en', offsetMs: 100 }] });
  await scene.drain();
  expect(await scene.heard()).toMatchObject({ sounds: [{ lang: 'ja' }, { lang: 'en', offsetMs: 200 }] });
}, 120_000);

it('removed twice it is removed once, with its file, and leaves the next version', async () => {
  const { fileKey } = await scene.owner.db.addedSound.findUniqueOrThrow({ where: { id: english } });
  for (const _twice of [1, 2])
    await removeSound(scene.editor, { recordingId: scene.recordingId, soundId: english });
  await scene.drain();
  expect(await scene.heard()).toMatchObject({ state: 'ready', sounds: [{ lang: 'ja' }] });
  expect(await scene.fileOf('audio-en.m4a')).toBeNull();
  expect(await scene.owner.storage.find(fileKey)).toBeNull();
  expect(await scene.owner.storage.list(`sounds/${english}/`)).toEqual([]);
  const acts = { act: { in: ['sounds.saved', 'sounds.removed'] } };
  const audited = await scene.owner.db.auditEvent.findMany({ where: acts, orderBy: { seq: 'asc' } });
  expect(audited.map(({ act }) => act)).toEqual([
    ...Array.from({ length: 7 }, () => 'sounds.saved'),
    'sounds.removed',
  ]);
}, 120_000);
