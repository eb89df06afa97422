import { type Config, ConfigError } from '../config/parse-environment';
import type { Logger } from '../logger.server';
import { localStorage } from './local-storage.server';
import { type Storage, StorageError } from './storage';

/** What is wrong with the environment when a bucket answers so. */
const blamed: Record<string, string> = {
  InvalidAccessKeyId: 'S3_ACCESS_KEY_ID: is not known there',
  SignatureDoesNotMatch: 'S3_SECRET_ACCESS_KEY: is not the secret of S3_ACCESS_KEY_ID',
  AccessDenied: 'S3_ACCESS_KEY_ID: may not list this bucket',
  NoSuchBucket: 'S3_BUCKET: there is no such bucket',
  PermanentRedirect: 'S3_REGION: the bucket lies in another region',
  AuthorizationHeaderMalformed: 'S3_REGION: the bucket lies in another region',
  RequestTimeTooSkewed: 'S3: the clock of this machine is wrong',
};

/** Refused keys stop a start; a bucket that is away for a while does not, since most pages need no file. */
async function checkBucket(storage: Storage, log: Logger): Promise<void> {
  try {
    await storage.check();
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    if (error.status === null || error.status >= 500 || error.status === 429) {
      log.warn({ code: error.code }, 'the bucket does not answer');
      return;
    }
    throw new ConfigError(`The storage cannot be used:\n  ${blamed[error.code] ?? error.message}`);
  }
}

/** The storage that the environment wants. Throws ConfigError when the bucket refuses it. */
export async function openStorage(config: Config, log: Logger): Promise<Storage> {
  if (config.s3 === null) return localStorage(`${config.dataDir}/storage`);
  const { s3Storage } = await import('./s3-storage.server');
  const storage = s3Storage(config.s3);
  await checkBucket(storage, log);
  return storage;
}
