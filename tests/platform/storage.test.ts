import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseEnvironment } from '~/platform/config/parse-environment';
import { localStorage } from '~/platform/storage/local-storage.server';
import { s3Storage } from '~/platform/storage/s3-storage.server';
import type { Storage } from '~/platform/storage/storage';
import { type S3Fake, s3Fake } from '../fakes/s3-server/server';

type Place = { storage: Storage; close(): Promise<void>; fake?: S3Fake };

async function inFolder(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'shihan-storage-'));
  return { storage: localStorage(folder), close: () => rm(folder, { recursive: true }) };
}

async function inBucket(): Promise<Place> {
  const fake = await s3Fake();
  const { s3 } = parseEnvironment({ DATABASE_URL: 'postgresql://127.0.0.1/db', ...fake.environment });
  if (!s3) throw new Error('The environment of the fake leads nowhere');
  return { storage: s3Storage(s3), close: () => fake.close(), fake };
}

const textOf = async (stream: Readable) => (await buffer(stream)).toString('utf8');

describe.each([
  ['a folder', inFolder],
  ['a bucket', inBucket],
])('%s as storage', (_name, open) => {
  let place: Place;
  let scratch = '';
  beforeAll(async () => {
    place = await open();
    scratch = join(await mkdtemp(join(tmpdir(), 'shihan-copies-')), 'scratch');
  });
  afterAll(async () => {
    await place.close();
    await rm(join(scratch, '..'), { recursive: true });
  });

  it('keeps what was put, as a whole and in ranges', async () => {
    const { storage } = place;
    await storage.put('a/中村 (1)+&.txt', Buffer.from('0123456789'));
    expect(await textOf(storage.read('a/中村 (1)+&.txt'))).toBe('0123456789');
    expect(await textOf(storage.read('a/中村 (1)+&.txt', { start: 2, end: 4 }))).toBe('234');
    expect(await textOf(storage.read('a/中村 (1)+&.txt', { start: 9, end: 9 }))).toBe('9');
    const found = await storage.find('a/中村 (1)+&.txt');
    expect(found?.bytes).toBe(10);
    expect(Math.abs(Date.now() - (found?.modifiedAt.getTime() ?? 0))).toBeLessThan(60_000);
    await storage.put('a/中村 (1)+&.txt', Readable.from([Buffer.from('ab'), Buffer.from('c')]));
    expect(await textOf(storage.read('a/中村 (1)+&.txt'))).toBe('abc');
    await storage.put('a/empty', Readable.from([]));
    expect([(await storage.find('a/empty'))?.bytes, await textOf(storage.read('a/empty'))]).toEqual([0, '']);
  });

  it('keeps a stream of many parts whole', async () => {
    const { storage } = place;
    const pieces = Array.from({ length: 20 }, () => randomBytes(1024 ** 2));
    await storage.put('b/large', Readable.from(pieces));
    expect((await buffer(storage.read('b/large'))).equals(Buffer.concat(pieces))).toBe(true);
    const range = { start: 9 * 1024 ** 2 - 5, end: 9 * 1024 ** 2 + 4 };
    expect(await buffer(storage.read('b/large', range))).toEqual(
      Buffer.concat(pieces).subarray(range.start, range.end + 1),
    );
  });

  it('shows nothing of a stream that failed', async () => {
    const { storage } = place;
    async function* failing() {
      for (let piece = 0; piece < 18; piece += 1) yield randomBytes(1024 ** 2);
      throw new Error('the sender is away');
    }
    await expect(storage.put('c/half', Readable.from(failing()))).rejects.toThrow('the sender is away');
    expect([await storage.find('c/half'), await storage.list('c')]).toEqual([null, []]);
    expect(place.fake?.unfinished.size ?? 0).toBe(0);
  });

  it('fails for what is not there', async () => {
    const { storage } = place;
    expect(await storage.find('d/none')).toBeNull();
    expect(await storage.list('d/none')).toEqual([]);
    await storage.remove('d/none');
    await expect(buffer(storage.read('d/none'))).rejects.toThrow();
    await expect(storage.withLocalFile('d/none', scratch, async () => 1)).rejects.toThrow();
    await expect(async () => storage.find('../secret')).rejects.toThrow('leaves the storage');
  });

  it('lists and removes a folder, and neither its neighbours nor more than one page', async () => {
    const { storage } = place;
    const names = ['1/a', '1/b/c', '1/b/d', '1/e', '1/f', '1/g', '1/h', '10/a', '1x'];
    for (const name of names) await storage.put(`e/${name}`, Buffer.from(name));
    const below = names.filter((name) => name.startsWith('1/')).map((name) => `e/${name}`);
    expect((await storage.list('e/1')).sort()).toEqual(below);
    expect((await storage.list('e/1/')).sort()).toEqual(below);
    await storage.remove('e/1/', new Set(below));
    await storage.remove('e/1/b/', new Set(['e/1/b/c']));
    expect((await storage.list('e/1')).sort()).toEqual(below.filter((key) => key !== 'e/1/b/d'));
    await storage.remove('e/1/b/c');
    expect(await storage.find('e/1/b/c')).toBeNull();
    await storage.remove('e/1/');
    expect((await storage.list('e')).sort()).toEqual(['e/10/a', 'e/1x']);
    await storage.remove('e');
    expect(await storage.list('e')).toEqual([]);
  });

  it('lends a file to programs and leaves nothing behind', async () => {
    const { storage } = place;
    await storage.put('f/file', Buffer.from('content'));
    const read = await storage.withLocalFile('f/file', scratch, (path) => readFile(path, 'utf8'));
    expect(read).toBe('content');
    const failed = storage.withLocalFile('f/file', scratch, () => Promise.reject(new Error('no')));
    await expect(failed).rejects.toThrow('no');
    expect(await readdir(scratch).catch(() => [])).toEqual([]);
    expect(await textOf(storage.read('f/file'))).toBe('content');
  });
});
