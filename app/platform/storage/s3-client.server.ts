import { type S3ClientConfig, S3ServiceException } from '@aws-sdk/client-s3';
import type { S3Access } from '../config/s3-access';
import { StorageError } from './storage';

/** Times that one request is tried, with growing pauses. */
const tries = 4;

/** Each viewer of a slow segment holds one. */
const connections = 1000;

/** Milliseconds. */
const [connectWithin, silentFor] = [5_000, 60_000];

/** How every client of the bucket is made: those of this folder, and the upload protocol's. */
export const s3ClientConfig = (access: S3Access): S3ClientConfig => ({
  region: access.region,
  credentials: { accessKeyId: access.accessKeyId, secretAccessKey: access.secretAccessKey },
  ...(access.endpoint === null ? {} : { endpoint: access.endpoint, forcePathStyle: true }),
  maxAttempts: tries,
  // Many services besides AWS know nothing of checksums that travel behind the content.
  requestChecksumCalculation: 'WHEN_REQUIRED',
  responseChecksumValidation: 'WHEN_REQUIRED',
  requestHandler: {
    connectionTimeout: connectWithin,
    socketTimeout: silentFor,
    httpAgent: { keepAlive: true, maxSockets: connections },
    httpsAgent: { keepAlive: true, maxSockets: connections },
  },
});

const codeOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' ? error.code : error.name;

/**
 * An error of the client in our own words. What a service answers to a wrong signature repeats much of the request, so
 * nothing but its code is kept.
 */
export function toStorageError(error: unknown, what: string): unknown {
  if (!(error instanceof Error) || error instanceof StorageError || error.name === 'AbortError') return error;
  const isAnswer = error instanceof S3ServiceException;
  const status = isAnswer ? (error.$metadata.httpStatusCode ?? null) : null;
  const code = isAnswer ? error.name : codeOf(error);
  const answer = isAnswer
    ? `the bucket answered ${status ?? ''} ${code}`
    : `the bucket was not reached (${code})`;
  return new StorageError(code, status, `${what}: ${answer}`);
}

const isOfClient = (error: unknown): boolean => error instanceof Error && '$metadata' in error;

/**
 * Waits for requests and tells the client's errors in our own words, naming `what`, the key. Errors of others that take part, such as
 * of a stream that is stored, go by.
 */
export async function telling<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isOfClient(error) ? toStorageError(error, what) : error;
  }
}

export const isMissing = (error: unknown): boolean =>
  error instanceof S3ServiceException &&
  (error.$metadata.httpStatusCode === 404 || ['NoSuchKey', 'NotFound'].includes(error.name)) &&
  error.name !== 'NoSuchBucket';
