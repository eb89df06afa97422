import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { orderPackaging } from '~/domain/media/order-packaging.server';
import { packageAsset } from '~/domain/media/package-asset.server';
import { removeOldVersions } from '~/domain/media/remove-old-versions.server';
import { newId } from '~/platform/ids';
import { useWorld } from '../../support/database';
import { isTurn } from '../../support/turn';
import { instructor, makeMaster, packaged, register } from './masters';

const world = useWorld();
const assetOf = (id: string) =>
  world.current.services.database.client.mediaAsset.findUniqueOrThrow({
    where: { id },
    include: { renditions: true, steps: true, audioTracks: true },
  });
const stored = (prefix: string) => world.current.services.storage.list(prefix);
const textOf = async (key: string) => {
  const chunks: Buffer[] = [];
  for await (const chunk of world.current.services.storage.read(key)) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
};
const scratch = () => readdir(join(world.current.services.config.dataDir, 'scratch'));
const lengths = (playlist: string) =>
  [...playlist.matchAll(/#EXTINF:([\d.]+)/g)].map(([, seconds]) => Number(seconds));

describe('packaging', () => {
  it.runIf(isTurn(0))('makes every quality, every sound apart, small files and a poster, once', async () => {
    const assetId = await packaged(world.current, await makeMaster({ size: '640x360' }));
    const asset = await assetOf(assetId);
    expect(asset).toMatchObject({ packagingVersion: 1, width: 640, height: 360, failure: null });
    expect(asset.durationMs).toBeGreaterThan(8900);
    const files = asset.renditions.map(({ kind, lang, height }) => [kind, lang, height].join(' ')).sort();
    expect(files).toEqual([
      'audio ja ',
      'audio ru ',
      'hls  240',
      'hls  360',
      'poster  ',
      'single ja 240',
      'single ru 240',
      'storyboard  ',
    ]);
    expect(asset.steps.every((step) => step.finishedAt && step.percent === 100 && !step.error)).toBe(true);
    expect(await scratch()).toEqual([]);
    const before = await stored(`media/${assetId}/`);
    await packageAsset(world.current.ctx(), { assetId, version: 1 });
    expect(await stored(`media/${assetId}/`)).toEqual(before);
    expect((await assetOf(assetId)).renditions).toHaveLength(8);
  });

  it.runIf(isTurn(1))('keeps 240p within 180 kbit/s and cuts all qualities at the same moments', async () => {
    const assetId = await packaged(world.current, await makeMaster({ seconds: 13, size: '960x540' }));
    const master = await textOf(`media/${assetId}/1/master.m3u8`);
    const rates = [...master.matchAll(/STREAM-INF:BANDWIDTH=(\d+)/g)].map(([, rate]) => Number(rate));
    expect(rates).toHaveLength(3);
    expect(rates[0]).toBeLessThanOrEqual(180_000);
    expect(master).toMatch(/CODECS="avc1\.[0-9a-f]{6},mp4a\.40\.2"/);
    expect(master).toContain('NAME="日本語",LANGUAGE="ja",DEFAULT=YES');
    const cuts = await Promise.all(
      ['v240', 'v360', 'v540'].map((name) => textOf(`media/${assetId}/1/${name}/index.m3u8`)),
    );
    expect(cuts.map(lengths)).toEqual([
      lengths(cuts[0] ?? ''),
      lengths(cuts[0] ?? ''),
      lengths(cuts[0] ?? ''),
    ]);
    expect(lengths(cuts[0] ?? '').slice(0, 3)).toEqual([4, 4, 4]);
    const single = (await assetOf(assetId)).renditions.find(({ kind }) => kind === 'single');
    expect((Number(single?.bytes) * 8) / 13).toBeLessThanOrEqual(180_000);
  });

  it.runIf(isTurn(2))('never enlarges, and plays an upright picture upright', async () => {
    const small = await assetOf(
      await packaged(world.current, await makeMaster({ seconds: 3, size: '176x144' })),
    );
    expect(small.renditions.filter(({ kind }) => kind === 'hls').map(({ height }) => height)).toEqual([144]);
    const turned = await makeMaster({ seconds: 3, size: '480x270', rotate: 90 });
    const upright = await assetOf(await packaged(world.current, turned));
    expect([upright.width, upright.height]).toEqual([270, 480]);
    expect(await textOf(`media/${upright.id}/1/master.m3u8`)).toContain('RESOLUTION=240x426');
    const poster = await world.current.services.storage.find(`media/${upright.id}/1/poster.jpg`);
    expect(poster?.bytes).toBeGreaterThan(1000);
  });

  it.runIf(isTurn(3))(
    'starts again after it was killed, finishes once and leaves nothing behind',
    async () => {
      const { services } = world.current;
      const assetId = await register(world.current.ctx(instructor), await makeMaster({ seconds: 4 }));
      const dying = join(services.config.dataDir, 'dying-ffmpeg');
      await writeFile(
        dying,
        '#!/bin/sh\nfor last; do :; done\nmkdir -p "$(dirname "$last")"\necho half > "$last"\nkill -9 $$\n',
      );
      await chmod(dying, 0o755);
      await writeFile(join(services.config.dataDir, 'dying-ffprobe'), '#!/bin/sh\nexec ffprobe "$@"\n', {
        mode: 0o755,
      });
      const ctx = world.current.ctx();
      const broken = { ...ctx, config: { ...ctx.config, ffmpegPath: dying } };
      await expect(packageAsset(broken, { assetId, version: 1 })).rejects.toThrow('SIGKILL');
      const failed = await assetOf(assetId);
      expect(failed).toMatchObject({ packagingVersion: 0, failure: 'packaging-failed' });
      expect(failed.renditions).toEqual([]);
      const leftScratch = join(services.config.dataDir, 'scratch', `${assetId}.${newId()}`);
      await mkdir(leftScratch, { recursive: true });
      await writeFile(join(leftScratch, 'half.m4s'), 'half');
      await services.storage.put(`media/${assetId}/1/v999/half.m4s`, Buffer.from('half'));

      await packageAsset(ctx, { assetId, version: 1 });
      expect(await assetOf(assetId)).toMatchObject({ packagingVersion: 1, failure: null, failedAt: null });
      expect(await scratch()).toEqual([]);
      expect((await stored(`media/${assetId}/`)).some((key) => key.includes('v999'))).toBe(false);
    },
  );

  it.runIf(isTurn(4))('tries a failed step alone: what was done is not done again', async () => {
    const { services } = world.current;
    const assetId = await register(world.current.ctx(instructor), await makeMaster({ seconds: 3 }));
    const calls = join(services.config.dataDir, 'calls');
    const program = join(services.config.dataDir, 'watched-ffmpeg');
    // It notes what it is asked for, and dies where the poster is made for the first time.
    await writeFile(
      program,
      `#!/bin/sh\nfor last; do :; done\necho "$last" >> ${calls}\ncase "$last" in\n*poster.jpg) if [ ! -e ${calls}.died ]; then touch ${calls}.died; kill -9 $$; fi;;\nesac\nexec ffmpeg "$@"\n`,
      { mode: 0o755 },
    );
    await writeFile(join(services.config.dataDir, 'watched-ffprobe'), '#!/bin/sh\nexec ffprobe "$@"\n', {
      mode: 0o755,
    });
    const ctx = world.current.ctx();
    const watched = { ...ctx, config: { ...ctx.config, ffmpegPath: program } };
    await expect(packageAsset(watched, { assetId, version: 1 })).rejects.toThrow('SIGKILL');
    const { steps } = await assetOf(assetId);
    expect(steps.map(({ step, finishedAt }) => [step, finishedAt !== null]).sort()).toEqual([
      ['encode', true],
      ['probe', true],
      ['small-files', false],
    ]);
    await packageAsset(watched, { assetId, version: 1 });
    expect(await assetOf(assetId)).toMatchObject({ packagingVersion: 1, failure: null });
    const asked = (await readFile(calls, 'utf8')).split('\n');
    expect(asked.filter((file) => file.endsWith('/%v/index.m3u8'))).toHaveLength(1);
    expect(asked.filter((file) => file.endsWith('poster.jpg'))).toHaveLength(2);
    expect(await scratch()).toEqual([]);
  });

  it.runIf(isTurn(5))('blanks withdrawn parts in the next version and keeps every other time', async () => {
    const assetId = await packaged(world.current, await makeMaster({ seconds: 10, size: '426x240' }));
    const ctx = world.current.ctx();
    const spans = [{ id: newId(), startMs: 4_000, endMs: 8_000, cutVersion: null }];
    const cut: number[] = [];
    const ports = {
      ...ctx.ports,
      withdrawnSpans: async () => (cut.length > 0 ? [] : spans),
      noteCut: async (_tx: unknown, { version }: { version: number }) => void cut.push(version),
    };
    await packageAsset({ ...ctx, ports }, { assetId, version: 2 });
    expect(cut).toEqual([2]);
    const before = await textOf(`media/${assetId}/1/v240/index.m3u8`);
    expect(lengths(await textOf(`media/${assetId}/2/v240/index.m3u8`))).toEqual(lengths(before));
    const sizeOf = async (version: number, segment: string) =>
      (await world.current.services.storage.find(`media/${assetId}/${version}/v240/${segment}`))?.bytes ?? 0;
    // A black segment is all but empty; its neighbours hold as much as before.
    expect(await sizeOf(2, '00001.m4s')).toBeLessThan((await sizeOf(1, '00001.m4s')) / 4);
    expect(await sizeOf(2, '00002.m4s')).toBeGreaterThan((await sizeOf(1, '00002.m4s')) / 2);
  });

  it.runIf(isTurn(6))('replaces a version in one moment and removes the old one later', async () => {
    const { services } = world.current;
    const assetId = await packaged(world.current, await makeMaster({ seconds: 3 }));
    const { version } = await orderPackaging(world.current.ctx(instructor), { assetId });
    expect(version).toBe(2);
    await packageAsset(world.current.ctx(), { assetId, version });
    expect((await assetOf(assetId)).packagingVersion).toBe(2);
    expect(await services.storage.find(`media/${assetId}/1/master.m3u8`)).not.toBeNull();
    await removeOldVersions(world.current.ctx(), { assetId, before: 1 });
    expect(await services.storage.find(`media/${assetId}/1/master.m3u8`)).not.toBeNull();
    await removeOldVersions(world.current.ctx(), { assetId, before: 2 });
    expect(await stored(`media/${assetId}/1/`)).toEqual([]);
    expect(await services.storage.find(`media/${assetId}/2/master.m3u8`)).not.toBeNull();
    expect((await assetOf(assetId)).renditions.every(({ packagingVersion }) => packagingVersion === 2)).toBe(
      true,
    );
  });
});
