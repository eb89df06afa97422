import { execFile } from 'node:child_process';
import { afterAll, expect, it } from 'vitest';
import { s3Fake } from '../fakes/s3-server/server';

const fake = await s3Fake();
afterAll(() => fake.close());

type Ended = { code: number; told: string };

const check = (environment: Record<string, string>): Promise<Ended> =>
  new Promise((ended) => {
    const env = { ...process.env, ...environment };
    execFile(process.execPath, ['scripts/contract/s3.mjs'], { env }, (error, stdout, stderr) => {
      ended({ code: Number(error?.code ?? 0), told: stdout + stderr });
    });
  });

it('a bucket is checked by hand, and nothing of it stays there', async () => {
  fake.put('other/file', Buffer.from('content'));
  const { STORAGE: _storage, ...keys } = fake.environment;
  const { code, told } = await check(keys);
  expect(told).toContain('The bucket does what the storage relies on.');
  expect([code, [...fake.objects.keys()], fake.unfinished.size]).toEqual([0, ['other/file'], 0]);
  const written = fake.requests.filter(({ operation }) => operation === 'PutObject').map(({ key }) => key);
  expect(new Set(written.map((key) => /^shihan-contract-[0-9a-f-]{36}\//.test(key)))).toEqual(
    new Set([true]),
  );
}, 120_000);

it('without keys it says which variables are missing', async () => {
  const { code, told } = await check({ S3_REGION: 'eu-central-1', S3_BUCKET: 'bucket' });
  expect(code).toBe(2);
  expect(told).toMatch(/^S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY: not set/);
});
