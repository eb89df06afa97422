import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parseEnvironment } from '~/platform/config/parse-environment';
import { withCopy } from '~/platform/storage/local-copy.server';
import { openStorage } from '~/platform/storage/open-storage.server';
import type { Storage } from '~/platform/storage/storage';
import { type S3Fake, s3Fake } from '../fakes/s3-server/server';

let fake: S3Fake;
let storage: Storage;
let scratch = '';

const logged: string[] = [];
const log = pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) });
const opened = (changes: Record<string, string> = {}) =>
  openStorage(
    parseEnvironment({ DATABASE_URL: 'postgresql://127.0.0.1/db', ...fake.environment, ...changes }),
    log,
  );
const asked = (operation: string) => fake.requests.filter((request) => request.operation === operation);

beforeAll(async () => {
  fake = await s3Fake();
  storage = await opened();
  scratch = await mkdtemp(join(tmpdir(), 'shihan-copies-'));
});
beforeEach(() => {
  fake.requests.length = 0;
});
afterAll(async () => {
  await fake.close();
  await rm(scratch, { recursive: true });
});

describe('a bucket in trouble', () => {
  it.each([500, 503] as const)(
    'is asked again after %i',
    async (status) => {
      for (const operation of ['PutObject', 'HeadObject', 'ListObjectsV2', 'DeleteObject'])
        fake.trouble({ operation, status });
      await storage.put('a/file', Buffer.from('content'));
      expect((await storage.find('a/file'))?.bytes).toBe(7);
      expect(await storage.list('a')).toEqual(['a/file']);
      fake.trouble({ operation: 'GetObject', status });
      expect((await buffer(storage.read('a/file'))).toString()).toBe('content');
      await storage.remove('a/file');
      expect(asked('PutObject').map((request) => request.status)).toEqual([status, 200]);
      expect(asked('GetObject').map((request) => request.status)).toEqual([status, 200]);
      expect(fake.objects.size).toBe(0);
    },
    60_000,
  );

  it('is given up in the end, in words that name the file and no key', async () => {
    fake.trouble({ operation: 'HeadObject', status: 500 }, 4);
    const failure: unknown = await storage.find('a/file').catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'StorageError', status: 500 });
    expect(String(failure)).toContain('a/file');
    const { S3_SECRET_ACCESS_KEY: secret = '', S3_ACCESS_KEY_ID: keyId = '' } = fake.environment;
    const whole = JSON.stringify(failure, Object.getOwnPropertyNames(failure));
    expect([whole.includes(secret), whole.includes(keyId)]).toEqual([false, false]);
  });

  it('is read on from where the connection broke off', async () => {
    const content = Buffer.from('0123456789'.repeat(30_000));
    await storage.put('b/file', content);
    fake.trouble({ operation: 'GetObject', breakAfter: 100_000 }, 2);
    expect((await buffer(storage.read('b/file'))).equals(content)).toBe(true);
    fake.trouble({ operation: 'GetObject', breakAfter: 50 }, 1);
    const part = await buffer(storage.read('b/file', { start: 10, end: 199_999 }));
    expect(part.equals(content.subarray(10, 200_000))).toBe(true);
    expect(asked('GetObject')).toHaveLength(5);
  });

  it('is left when the reader leaves, also before it has answered', async () => {
    await storage.put('c/file', Buffer.alloc(30_000_000));
    const before = fake.leftEarly;
    const stream = storage.read('c/file');
    for await (const _chunk of stream) break;
    fake.trouble({ operation: 'GetObject', slowMs: 200 });
    const slow = storage.read('c/file');
    await wait(50);
    slow.destroy();
    await expect.poll(() => fake.leftEarly, { timeout: 5_000 }).toBe(before + 2);
  });

  it('loses what an interrupted run left half sent when its folder is removed', async () => {
    for (const key of ['d/1/x', 'd/1/y', 'd/1/z', 'd/1/zz', 'd/10/x']) fake.begin(key);
    await storage.remove('d/1/');
    expect([...fake.unfinished.values()].map(({ key }) => key)).toEqual(['d/10/x']);
  });
});

describe('a start', () => {
  it.each([
    ['S3_ACCESS_KEY_ID: is not known there', { S3_ACCESS_KEY_ID: 'AKOTHER' }],
    ['S3_SECRET_ACCESS_KEY: is not the secret of', { S3_SECRET_ACCESS_KEY: 'another-secret' }],
    ['S3_BUCKET: there is no such bucket', { S3_BUCKET: 'another-bucket' }],
    ['S3_REGION: the bucket lies in another region', { S3_REGION: 'other-1' }],
  ])('stops with "%s"', async (words, changes) => {
    const failure: unknown = await opened(changes).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'ConfigError' });
    expect(String(failure)).toContain(words);
    expect(String(failure)).not.toContain('another-secret');
  });

  it('goes on when the bucket is away, and says so', async () => {
    fake.trouble({ operation: 'ListObjectsV2', status: 503 }, 4);
    await opened();
    await opened({ S3_ENDPOINT: 'http://127.0.0.1:9' });
    expect(logged.map((line) => JSON.parse(line).code)).toEqual(['SlowDown', 'ECONNREFUSED']);
  });
});

describe('copies for programs', () => {
  it('of killed processes go with the next one; those in use stay', async () => {
    await storage.put('e/file', Buffer.from('content'));
    const [forgotten, used] = [join(scratch, 'copy-forgotten'), join(scratch, 'copy-used')];
    for (const path of [forgotten, used]) await writeFile(path, 'x');
    const twoHoursAgo = new Date(Date.now() - 7_200_000);
    await utimes(forgotten, twoHoursAgo, twoHoursAgo);
    await storage.withLocalFile('e/file', scratch, async () => undefined);
    expect(await readdir(scratch)).toEqual(['copy-used']);
    await rm(used);
  });

  it('are refused when the disk has no room for them, and not even begun', async () => {
    const copied = { bytes: 1e18, open: () => storage.read('f/large') };
    const copy = withCopy(scratch, copied, async () => 1);
    await expect(copy).rejects.toThrow('bytes are needed free');
    expect([asked('GetObject'), await readdir(scratch)]).toEqual([[], []]);
  });

  it('of a download that failed leave nothing', async () => {
    await storage.put('g/file', Buffer.alloc(1_000_000));
    fake.trouble({ operation: 'GetObject', status: 500 }, 4);
    await expect(storage.withLocalFile('g/file', scratch, async () => 1)).rejects.toThrow('g/file');
    expect(await readdir(scratch)).toEqual([]);
  });
});
