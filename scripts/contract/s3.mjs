// @ts-check
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { runnerImport } from 'vite';
import { ensureClient } from '../lib/packages.mjs';
import { inRoot } from '../lib/project.mjs';
import { Refusal, runMain, say } from '../lib/refusal.mjs';
import { STORAGE_CHECKS } from './storage-contract.mjs';

const NEEDED = ['S3_REGION', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'];

/** A module of the product as it is written. @template T @param {string} file @returns {Promise<T>} */
async function load(file) {
  const { module } = await runnerImport(inRoot(file), {
    ...{ configFile: false, logLevel: 'silent' },
    resolve: { alias: { '~': inRoot('app') } },
  });
  return /** @type {T} */ (module);
}

/** The bucket as the product opens it. */
async function openBucket() {
  /** @type {typeof import('../../app/platform/config/parse-environment')} */
  const { parseEnvironment } = await load('app/platform/config/parse-environment.ts');
  /** @type {typeof import('../../app/platform/storage/s3-storage.server')} */
  const { s3Storage } = await load('app/platform/storage/s3-storage.server.ts');
  const own = Object.entries(process.env).filter(([name]) => name.startsWith('S3_'));
  const settings = { ...Object.fromEntries(own), STORAGE: 's3', DATABASE_URL: 'postgresql://127.0.0.1/none' };
  const { s3 } = parseEnvironment(settings);
  if (!s3) throw new Refusal('The variables lead to no bucket.');
  return s3Storage(s3);
}

/** @param {string[]} missing */
const asked = (missing) =>
  `${missing.join(', ')}: not set. This checks a real bucket and needs ${NEEDED.join(', ')} and, for all services ` +
  'but AWS itself, S3_ENDPOINT. It writes below one prefix that it makes, and removes that at the end.\n';

await runMain(async () => {
  const missing = NEEDED.filter((name) => !process.env[name]);
  if (missing.length > 0) {
    process.stderr.write(asked(missing));
    return 2;
  }
  await ensureClient();
  const storage = await openBucket();
  await storage.check();
  const prefix = `shihan-contract-${randomUUID()}`;
  const folder = await mkdtemp(join(tmpdir(), 'shihan-contract-'));
  try {
    for (const [what, check] of STORAGE_CHECKS) {
      await check({ storage, prefix, scratch: join(folder, 'scratch') });
      say(`ok  ${what}`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
    await storage.remove(prefix);
  }
  say('The bucket does what the storage relies on.');
  return 0;
});
