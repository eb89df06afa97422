import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseEnvironment } from '~/platform/config/parse-environment';
import { localStorage } from '~/platform/storage/local-storage.server';
import { s3Storage } from '~/platform/storage/s3-storage.server';
import type { Storage } from '~/platform/storage/storage';
import { STORAGE_CHECKS } from '../../scripts/contract/storage-contract.mjs';
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

  it.each(STORAGE_CHECKS)('%s', async (_what, check) => {
    await check({ storage: place.storage, prefix: 'tests', scratch });
    expect(place.fake?.unfinished.size ?? 0).toBe(0);
  });
});
