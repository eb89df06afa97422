import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { packageAsset } from '~/domain/media/package-asset.server';
import { registerMaster } from '~/domain/media/register-master.server';
import { useWorld } from '../../support/database';
import { instructor, makeMaster, register } from './masters';

const world = useWorld();
const assetOf = (id: string) =>
  world.current.services.database.client.mediaAsset.findUniqueOrThrow({
    where: { id },
    include: { renditions: true },
  });
const stored = (prefix: string) => world.current.services.storage.list(prefix);
const scratch = () => readdir(join(world.current.services.config.dataDir, 'scratch'));

describe('masters that cannot be packaged', () => {
  const refused = async (content: Buffer) => {
    const assetId = await register(world.current.ctx(instructor), content);
    await packageAsset(world.current.ctx(), { assetId, version: 1 });
    const { failure, packagingVersion, renditions } = await assetOf(assetId);
    expect([packagingVersion, renditions, await stored(`media/${assetId}/`), await scratch()]).toEqual([
      0,
      [],
      [],
      [],
    ]);
    return failure;
  };

  it('refuses a text, a cut file, sound alone and lists of further files', async () => {
    expect(await refused(Buffer.from('This is no recording, whatever its name says.'.repeat(100)))).toBe(
      'master-unreadable',
    );
    const whole = await makeMaster({ seconds: 3 });
    expect(await refused(whole.subarray(0, whole.length / 2))).toBe('master-unreadable');
    const list = '#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\nhttp://127.0.0.1:9/x.ts\n#EXT-X-ENDLIST\n';
    expect(await refused(Buffer.from(list))).toBe('master-unreadable');
    expect(await refused(Buffer.from('ffconcat version 1.0\nfile /etc/passwd\n'))).toBe('master-unreadable');
  });

  it('keeps a master that nothing could be asked about: no program, no memory, no disk', async () => {
    const { services } = world.current;
    const ctx = world.current.ctx();
    const assetId = await register(world.current.ctx(instructor), await makeMaster({ seconds: 2 }));
    const broken = join(services.config.dataDir, 'broken-ffmpeg');
    const withProbe = async (script: string | null) => {
      await rm(broken.replace('ffmpeg', 'ffprobe'), { force: true });
      if (script) await writeFile(broken.replace('ffmpeg', 'ffprobe'), script, { mode: 0o755 });
      const config = { ...ctx.config, ffmpegPath: broken };
      await expect(packageAsset({ ...ctx, config }, { assetId, version: 1 })).rejects.toThrow('ended with');
      expect(await assetOf(assetId)).toMatchObject({
        failure: 'packaging-failed',
        masterKey: expect.any(String),
      });
      expect(await services.storage.find(`masters/${assetId}`)).not.toBeNull();
    };
    await withProbe(null);
    await withProbe('#!/bin/sh\necho "Cannot allocate memory" >&2\nexit 1\n');
    await withProbe('#!/bin/sh\necho "x: No space left on device" >&2\nexit 1\n');
    await packageAsset(ctx, { assetId, version: 1 });
    expect(await assetOf(assetId)).toMatchObject({ packagingVersion: 1, failure: null });
  });

  it('refuses a master whose stored bytes changed', async () => {
    const { services } = world.current;
    const assetId = await register(world.current.ctx(instructor), await makeMaster({ seconds: 2 }));
    await services.storage.put(`masters/${assetId}`, await makeMaster({ seconds: 3 }));
    await packageAsset(world.current.ctx(), { assetId, version: 1 });
    expect((await assetOf(assetId)).failure).toBe('master-damaged');
  });

  it('takes no master from others, no other bytes than announced, and keeps nothing of them', async () => {
    const audioTracks = [{ lang: 'ja' as const, label: '日本語' }];
    const input = { content: Readable.from([Buffer.from('bytes')]), audioTracks };
    await expect(registerMaster(world.current.ctx(), input)).rejects.toMatchObject({
      code: 'media.may-not-register',
    });
    const before = await stored('masters/');
    const other = { ...input, content: Readable.from([Buffer.from('bytes')]), sha256: '0'.repeat(64) };
    await expect(registerMaster(world.current.ctx(instructor), other)).rejects.toMatchObject({
      code: 'media.master-damaged',
    });
    expect(await stored('masters/')).toEqual(before);
  });
});
